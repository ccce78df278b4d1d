const dates =
  /(?:[12][0-9]{3}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|(?:令和|平成|R)[0-9元]{1,2}[年.][0-9]{1,2}[月.][0-9]{1,2}日?|[0-9]{1,2}月[0-9]{1,2}日)(?:\s*[(（][日月火水木金土][)）])?/g;
const times =
  /T?(?:午前|午後)?[0-9]{1,2}(?:[:：][0-9]{2}){1,2}(?:[.,][0-9]{1,6})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?:\s*[AaPp]\.?[Mm]\.?)?|[0-9]{1,2}時(?:[0-9]{1,2}分)?/g;
const dated = new RegExp(dates.source);
const address = /[<＜][^<>＜＞]*@[^<>＜＞]*[>＞]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A name with a time behind it, as labels of utterances are: 「山田 太郎 | 総務課 00:12:05」, 「山田 太郎 -100:00:05」. */
const spoken = /^(.*\S)[ \u3000]+(-?[0-9]{2,}:[0-9]{2}:[0-9]{2})$/su;

/** What parts who, when and about what in a label: 「佐藤 / 2026-07-01T10:05 / 照会」. */
const parted = /\s+[/／|｜]\s+|[\t\n|｜]/;

/**
 * Who a block's label names: the label of an utterance or message says who and when (「山田委員 00:12:03」, 「佐藤
 * <sato@example.jp> / 2026-07-01T10:05 / 照会」); dates, times and addresses are taken off, and of several parts the first
 * that then still has words is the name. Empty when the label names nobody.
 */
export function nameOfLabel(label: string | undefined): string {
  if (label === undefined) return "";
  const [, name] = spoken.exec(label) ?? [];
  // The name of an account may hold bars and slashes of its own.
  if (name !== undefined && !dated.test(name) && !/[/／|｜]$/u.test(name)) return bareName(name);
  return (
    label
      .split(parted)
      .map(bareName)
      .find((name) => name !== "") ?? ""
  );
}

/** The time at the end of an utterance's label (「00:12:05」); empty where there is none. */
export function timeOfLabel(label: string | undefined): string {
  return /(?:^|[ \u3000])(-?[0-9]{2,}:[0-9]{2}:[0-9]{2})$/u.exec(label ?? "")?.[1] ?? "";
}

function bareName(part: string): string {
  return part
    .replace(address, " ")
    .replace(dates, " ")
    .replace(times, " ")
    .replace(/[[(（【〔<＜]\s*[\])）】〕>＞]/g, " ")
    .replace(/\s*(?:→|-->)\s*/g, " ")
    .replace(/^[\s\u3000○◯〇●◎・/／,，、:：-]+|[\s\u3000/／,，、:：;-]+$/g, "")
    .replace(/[ \t]{2,}/g, " ");
}
