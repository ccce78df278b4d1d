const number = "[0-9０-９〇一二三四五六七八九十]{1,4}";
const day = `(?:(?:令和|平成)?${number}年(?:度)?)?${number}月(?:の第${number}週|${number}日|[上中下]旬|末|中|頃)?(?:\\s*[（(]?[月火水木金土日](?:曜日?)?[)）]?)?(?:の?(?:午前|午後)?${number}時)?`;
const partOfDay = "(?:の?(?:午前|午後|朝|昼|夕方|夜|正午)(?:中)?)?";
const relative =
  "(?:再来週|来週|今週|翌週)(?:の?[月火水木金土]曜日?|末|明け|前半|後半)?|明日|明後日|あさって|本日|今日|(?:今|来|翌|再来)?月末|(?:今|来|再来)月(?:の?[0-9０-９〇一二三四五六七八九十]{1,3}日|[上中下]旬)?|今?年度(?:末|内)|年内|年末|次回(?:の?(?:会議|会合|委員会|打合せ|検討会|審議会))?|[月火水木金]曜日?";
export const dueBefore = new RegExp(
  `((?:${day}|${number}日(?!間)|${relative})${partOfDay}中?)(?:\\s*[（(][^）)]{1,10}[)）])?(?:まで(?:に(?:は)?|の間に)?|を?(?:期限|締切り?|締め切り)|(?<=中)に|付けで)`,
  "u",
);
const dueEnglish =
  /\b(?:by|before|until|due)\s+(\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:next |this |the end of )?(?:monday|tuesday|wednesday|thursday|friday|tomorrow|today|week|month|january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d{1,2}(?:st|nd|rd|th)?)?)/iu;

/** By when, as it was said; empty where it was not. */
export function dueIn(text: string): string {
  const japanese = dueBefore.exec(text);
  if (japanese !== null) return `${japanese[1]!.trim()}${japanese[2] ?? ""}`;
  return (dueEnglish.exec(text)?.[1] ?? "").trim();
}

const anyDate = new RegExp(`(?:${day}|${number}日(?!間)|${relative})${partOfDay}中?`, "gu");

/** The days that a sentence names, whether or not something is due by them. */
export function datesIn(text: string): string[] {
  return [...text.matchAll(anyDate)].map(([date]) => date.trim());
}

/** A text without the day by which something is due. */
export function withoutDue(text: string): string {
  return text
    .replace(dueBefore, "")
    .replace(dueEnglish, "")
    .replace(/\s+(?=[.,])/gu, "");
}
