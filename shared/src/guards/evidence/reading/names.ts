/** 「事務局（佐藤課長）」 -> 事務局, 佐藤課長, 佐藤; "Ms. Chen" -> Ms. Chen, Chen. */
export function namesOf(label: string): string[] {
  const folded = label
    .normalize("NFKC")
    .replace(/^[○◯〇●◎]\s*/u, "")
    .trim();
  if (folded === "") return [];
  const split = folded.split(/[()（）\s]+/u).filter((part) => part !== "");
  const parts = [...split, ...split.flatMap(officeAndName)];
  const bare = parts.map((part) => part.replace(titles, "")).filter((part) => part.length >= 2);
  const plain = parts.filter((part) => !/^(?:Mr|Ms|Mrs|Dr|Prof|Director|Chair)\.?$/i.test(part));
  return [...new Set([folded, ...plain, ...bare])].filter((name) => name !== "君" && name !== "");
}

/** 「総務課・浜田」 -> 総務課, 浜田; a foreign name (ジョン・スミス) stays one. */
function officeAndName(part: string): string[] {
  const pieces = part.split("・");
  const areOwn = pieces.length === 2 && pieces.every((piece) => /^\p{Script=Han}/u.test(piece) && piece.length >= 2);
  return areOwn ? pieces : [];
}

/** Titles behind a name. */
export const titles =
  /(?:副?委員長|副?議長|副?会長|部会長|座長|構成員|委員|議員|副?大臣|審議官|参事官|局長|部長|課長補佐|課長|室長|係長|補佐|主査|主任|主幹|理事|教授|先生|さん|様|氏|君|殿)$/u;

/** A name without titles and forms of address, for comparing. */
export function bareName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/^(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+/i, "")
    .replace(titles, "")
    .toLowerCase();
}

/** True for a word that names someone: who speaks in a source, or what stands before さん, 氏 or a title. */
export function isPersonAt(word: string, after: string, names: ReadonlySet<string>): boolean {
  if (names.has(bareName(word))) return true;
  if (/^(?:さん|氏|様|君|宛て|あて|[(（](?:内線|直通|電話))/u.test(after)) return true;
  const bare = word.replace(titles, "");
  return (
    bare !== word &&
    bare.length >= 1 &&
    bare.length <= 4 &&
    /^[\p{Script=Han}\p{Script=Katakana}]+$/u.test(bare) &&
    !/^(?:担当|各|関係|出席|所管|主管|総務|当)$/u.test(bare)
  );
}
