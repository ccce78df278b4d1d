import type { ConfidentialityClass, ConfidentialityDecision } from "../../vocabulary";
import { Gap, type CompactText } from "./compact-text";
import type { MarkingReason } from "./marking";

/** A stretch of a compact text that is spelled like a mark; whether it is one depends on what stands around it. */
export interface Candidate {
  start: number;
  end: number;
  class: ConfidentialityClass;
  decision: ConfidentialityDecision;
  reason: MarkingReason;
  /** Counts only where it stands alone: the word is common in sentences (非公開の会議). */
  labelOnly?: boolean;
  /** Written in Latin letters: neighbours one space away belong to the same phrase. */
  latin?: boolean;
}

const three = { class: "3", decision: "block" } as const;
const two = { class: "2", decision: "clearedOnly" } as const;
const one = { class: "1", decision: "allow" } as const;
const unknown = { class: "unknown", decision: "ask" } as const;

const separator = String.raw`[:=\-_~・./|()\[\]{}「」『』【】〔〕<>《》〈〉"'#,、]{0,3}`;
const digit = "(?:[1-9]|[一二三四壱弐参]|i{1,3})";
const axisWord = "(?:の?(?:情報の?)?(?:格付け?|区分|レベル|クラス|分類|等級|ランク))?(?:は|が)?";
const nextDigit = `(?:[・,、/|~]|又は|または|若しくは|もしくは|or|から|及び|および|と)(?:機密性)?(?:${digit})`;

/** 機密性 with its digit, in any spelling; also 機密3情報 and the axes in a row (機密性・完全性・可用性：2・2・1). */
const classMark = new RegExp(
  `(自治体|自治体の)?(?:要)?機密(?:性${axisWord}|(?=${digit}))(?:[・/]完全性[・/]可用性)?(?:情報)?${separator}(${digit})((?:[-_・]?[abc](?![a-z]))?)` +
    `((?:${nextDigit}){0,2})([・/,]?以[上下]|未満)?`,
  "gi",
);
const englishClassMark = new RegExp(
  `confidentiality(?:class|level|rating|category)?${separator}(${digit})(?![a-z0-9])`,
  "gi",
);

/** 機密性 whose digit is missing, blank or none of 1 to 3. */
const incompleteMark =
  /機密性(?:の?(?:格付け?|区分))?(?:[:=]|は)?(?:[○□_?*×△☐]+|\(\)|\[\]|「」|【】|<>|x{1,2})(?:情報)?|機密性情報|機密性(?:の?(?:格付け?|区分))?[:=]?(?=$)|機密性[:=](?=$)/gi;

/** Words of one decision each, on folded text without white space. Longer spellings first where one begins another. */
const words: { pattern: RegExp; as: Omit<Candidate, "start" | "end"> }[] = [
  {
    pattern: /極秘|厳秘|絶秘|特定秘密|特別防衛秘密|重要経済安保情報|秘密文書|トップシークレット/g,
    as: { ...three, reason: "secret" },
  },
  { pattern: /(?:マル|まる|丸|[○●])秘|\(秘\)|秘/g, as: { ...three, reason: "secret" } },
  {
    pattern:
      /(?:要)?(?:取り?扱い?|取り?あつかい|とりあつかい)(?:に|には|要|厳重|厳|嚴){0,2}(?:御|ご)?注意|要取扱|取り?扱い?厳重|要秘匿|要機密性?(?:情報|文書)?/g,
    as: { ...unknown, reason: "caution" },
  },
  {
    pattern:
      /(?:[部社対省庁局課所室府館党校学院組市町村県道都区]|関係者|役所)外秘|(?:人事|職員|業務|営業|当面|時限)秘|(?:部|庁|省|局|課|社)内秘|(?:[部社省庁局課所室府館党校学院組市町村県道都区署]|各?府省|行政|政府|役所|役場|組織|機関|官邸|内閣|委員会|内)部?内?限り?(?![る])/g,
    as: { ...unknown, reason: "caution" },
  },
  {
    pattern: /(?:部|社|省|庁|局|課|所|室|府|館|学|院|市|町|村|県|道|都|区|署|府省|省庁|組織|機関|行政|政府)内限定/g,
    as: { ...unknown, reason: "caution" },
  },
  {
    pattern: /秘密(?:情報|資料|扱い|指定|事項|書類)?|機密(?:情報|文書|資料|扱い|指定|事項|書類)?/g,
    as: { ...unknown, reason: "caution", labelOnly: true },
  },
  {
    pattern: /非公開|非公表|公開不可|公表不可|不開示|対外非公表|親展|オフレコ|内部(?:資料|文書|検討資料|検討用|用)/g,
    as: { ...unknown, reason: "caution", labelOnly: true },
  },
  {
    pattern:
      /(?:関係者|関係(?:省庁|府省庁?|機関|課|部署|部局|職員|団体)|委員|構成員|出席者|参加者|担当者?|幹部|管理職|職員|当事者|受信者|受領者|本人|(?:席上|机上|会議)(?:配[布付])?|配[布付]先|宛先|送付先|会員|局長|課長|部長|大臣|役員|議員|研究者|事務局|加盟国|当局|政務|三役|メンバー|チーム|記者|閲覧者?|名宛人)(?:のみ)?(?:限り|限定|限)(?!ら|る|な)|(?:関係者|委員|構成員|出席者|担当者)以外(?:の)?(?:閲覧|配布|配付|転送)?(?:禁止|厳禁|不可)/g,
    as: { ...unknown, reason: "handling-limit" },
  },
  {
    pattern:
      /(?:無断)?(?:(?:複製|転送|配[布付]|再配[布付]|複写|コピー|持ち?出し?|印刷|公表|公開|開示|転用|回覧|撮影|録音|sns投稿|外部提供|第三者提供|目的外利用)[・,、/]?(?:及び|又は|や)?){1,4}(?:を?(?:禁止|厳禁|禁ず|禁ずる|禁|不可))|禁(?:複製|複写|転送|配布|配付|持出|無断転送)|(?:口外|他言)(?:禁止|厳禁|無用)|(?:会議|閲覧|使用|終了)後(?:要)?回収|要回収|暗号化必須|要暗号化|取扱制限あり/gi,
    as: { ...unknown, reason: "handling-limit" },
  },
  {
    pattern: /(?:関係者|委員|構成員|出席者|参加者|担当者|幹部|管理職|職員|会員|メンバー)のみ/g,
    as: { ...unknown, reason: "handling-limit", labelOnly: true },
  },
  {
    pattern: /(?:指定|格付け?|秘密指定|機密指定|取扱制限)(?:は|を)?解除(?:済み?)?/g,
    as: { ...unknown, reason: "withdrawn" },
  },
  { pattern: /topsecret|secret/gi, as: { ...three, reason: "english", latin: true } },
  {
    pattern:
      /(?:strictly|highly|most|company|commercial(?:ly)?|commercial-?in-|business|private(?:and|&)|personal(?:and|&)|internaland)?confidential|(?:for)?(?:official|internal|limited|government|agency|staff)(?:use)?only|forinternaluse|(?<![a-z])fouo|official-?sensitive|(?:not|no)forpublic(?:release|distribution)|(?<![a-z])noforn|(?:donot|don't)(?:distribute|forward|copy|circulate|share)|limiteddistribution|controlledunclassifiedinformation|tlp:?(?:red|amber(?:\+strict)?|green)|eyesonly/gi,
    as: { ...unknown, reason: "english", latin: true },
  },
  {
    pattern: /restricted|(?<![a-z])cui|proprietary|internal/gi,
    as: { ...unknown, reason: "english", latin: true, labelOnly: true },
  },
];

const digitOf: Record<string, string> = {
  一: "1",
  壱: "1",
  i: "1",
  二: "2",
  弐: "2",
  ii: "2",
  三: "3",
  参: "3",
  iii: "3",
};

function classOf(written: string, letter: string | undefined): Pick<Candidate, "class" | "decision" | "reason"> {
  const known = digitOf[written.toLowerCase()] ?? written;
  const municipal = letter !== undefined && letter !== "";
  const isA = /a$/i.test(letter ?? "");
  if (known === "3") {
    if (municipal && !isA) return { ...unknown, reason: "municipal" };
    return { ...three, reason: municipal ? "municipal" : "class-3" };
  }
  if (municipal) return { ...unknown, reason: "incomplete" };
  if (known === "2") return { ...two, reason: "class-2" };
  if (known === "1") return { ...one, reason: "class-1" };
  return { ...unknown, reason: "incomplete" };
}

/** Finds everything that is spelled like a mark; overlaps are resolved to the longer spelling. */
export function candidatesIn(view: CompactText): Candidate[] {
  const found: Candidate[] = [];
  const scanner = new RegExp(classMark);
  for (let match = scanner.exec(view.text); match !== null; match = scanner.exec(view.text)) {
    const candidate = fromClassMatch(match, view);
    if (candidate === undefined) continue;
    found.push(candidate);
    // A second mark right behind (機密性2、機密性3) was looked at, but is a mark of its own.
    scanner.lastIndex = candidate.end;
  }
  for (const match of view.text.matchAll(englishClassMark)) {
    found.push({ start: match.index, end: match.index + match[0].length, ...classOf(match[1]!, undefined) });
  }
  for (const match of view.text.matchAll(incompleteMark)) {
    found.push({ start: match.index, end: match.index + match[0].length, ...unknown, reason: "incomplete" });
  }
  for (const { pattern, as } of words) {
    for (const match of view.text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, ...as });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  for (const candidate of found) {
    const last = kept.at(-1);
    if (last === undefined || candidate.start >= last.end) kept.push(candidate);
    else if (candidate.end - candidate.start > last.end - last.start) kept[kept.length - 1] = candidate;
  }
  return kept;
}

function fromClassMatch(match: RegExpExecArray, view: CompactText): Candidate | undefined {
  const start = match.index;
  let end = start + match[0].length;
  const [, , first, letter, more, range] = match;
  const firstAt = start + match[0].length - (range?.length ?? 0) - more!.length - (letter?.length ?? 0) - first!.length;
  // 機密性 at the end of one line and "1 はじめに" on the next are no mark; 機密性 / 2情報 in vertical writing are.
  if (view.gaps[firstAt] === Gap.Line) {
    const rest = view.text.slice(firstAt + first!.length);
    if (view.gaps[firstAt + first!.length] !== Gap.Line && !/^[abc]?情/i.test(rest)) return undefined;
  }
  // 機密性2 0件, 機密性2.1: the digit goes on.
  const after = view.text[end] ?? "";
  if (view.gaps[end] === Gap.None && /[0-9a-z十百]/i.test(after)) return undefined;
  if (/^\.[0-9]/.test(view.text.slice(end)) && view.gaps[end] === Gap.None) return undefined;
  if (range !== undefined) return { start, end, ...unknown, reason: "incomplete" };
  const digits = [first!, ...[...more!.matchAll(new RegExp(`(${digit})`, "gi"))].map((next) => next[1]!)];
  if (digits.length > 1) {
    if (/完全性/.test(match[0])) return { start, end, ...classOf(first!, letter) };
    const inCircle = circledDigits(view, firstAt, end);
    if (inCircle.length === 1) return { start, end, ...classOf(inCircle[0]!, undefined) };
    // Two marks in full, side by side, are two marks; a choice of digits is a form nobody filled in.
    if (/機密性/.test(more!) && digits.length === 2) {
      end = firstAt + first!.length + (letter?.length ?? 0);
      return { start, end, ...classOf(first!, letter) };
    }
    return { start, end, ...unknown, reason: "incomplete" };
  }
  return { start, end, ...classOf(first!, letter) };
}

function circledDigits(view: CompactText, start: number, end: number): string[] {
  const digits: string[] = [];
  for (let index = start; index < end; index += 1) {
    if (view.circled[index] === true && /[1-3]/.test(view.text[index]!)) digits.push(view.text[index]!);
  }
  return digits;
}
