const number = "[0-9０-９〇一二三四五六七八九十]{1,4}";
const day = `(?:(?:令和|平成)?${number}年(?:度)?)?${number}月(?:の第${number}週|${number}日|[上中下]旬|末|中|頃)?(?:\\s*[（(]?[月火水木金土日](?:曜日?)?[)）]?)?(?:の?(?:午前|午後)?${number}時)?`;
const partOfDay = `(?:の?(?:午前|午後|朝|昼|夕方|夜|正午)(?:中)?)?(?:の?${number}時(?:半|${number}分)?)?`;
const relative =
  "(?:再来週|来週|今週|翌週)(?:の?[月火水木金土]曜日?|末|明け|前半|後半)?|明日|明後日|あさって|本日|今日|(?:今|来|翌|再来)?月末|(?:今|来|再来)月(?:の?[0-9０-９〇一二三四五六七八九十]{1,3}日|[上中下]旬)?|今?年度(?:末|内)|年内|年末|次回(?:の?(?:定例(?:会)?|連絡会|部会|会議|会合|委員会|打合せ|検討会|審議会))?|[月火水木金]曜日?|(?:[0-9０-９〇一二三四五六七八九十]{1,3}(?:営業日|日|週間|[かヶカ]月))以内|(?:[0-9０-９一二三四五六七八九十]{1,2}月の)?(?:大型)?(?:連休|お盆|夏休み|冬休み|春休み|正月|年)明け|[0-9０-９一二三四五六七八九十]{1,2}月の?(?:頭|初め|はじめ|第[0-9一二三四五]週)";
export const dueBefore = new RegExp(
  `((?:${day}|${number}日(?!間)|${relative})${partOfDay}中?)(?:\\s*[（(][^）)]{1,10}[)）])?(?:まで(?:に(?:は)?|の間に)?|を?(?:期限|締切り?|締め切り)|(?<=中)に|付けで|(?<!月)には(?=[^。]*ます)|(?<=以内)(?:に|で)|(?<=明け)に|(?<=[頭め])に)`,
  "u",
);
const month = "january|february|march|april|may|june|july|august|september|october|november|december";
const ordinal =
  "(?:the\\s+)?(?:(?:twenty|thirty)[-\\s])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)\\b";
const weekday = "(?:(?:next|this|the following|following)\\s+)?(?:monday|tuesday|wednesday|thursday|friday)";
const dayEnglish = `(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?:\\s+(?:of\\s+)?(?:${month}))?|(?:${month})\\s+(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?|${ordinal})|${ordinal}(?:\\s+(?:of\\s+)?(?:${month}))?|${weekday}|tomorrow|today|this (?:afternoon|morning|evening|week|month)|next (?:week|month)|the next meeting|(?:the )?(?:end of (?:the|this|next)?\\s*(?:day|week|month|year|${month}))|(?:${month})`;
const dueEnglish = new RegExp(`\\b(?:by|before|until|due|within|at(?= the next meeting))\\s+(${dayEnglish})`, "iu");
/** A day that a promise names without a word for its end: "I'll let them know this afternoon". */
const dayOfPromise = new RegExp(`\\b(${weekday}|tomorrow|today|this (?:afternoon|morning|evening)|next week)\\b`, "iu");

/** By when, as it was said; empty where it was not. */
export function dueIn(text: string): string {
  const japanese = dueBefore.exec(text);
  if (japanese !== null) return `${japanese[1]!.trim()}${japanese[2] ?? ""}`;
  return (dueEnglish.exec(text)?.[1] ?? "").trim();
}

/** By when somebody promises something: a day alone is enough, where the sentence names just one. */
export function dueOfPromise(text: string): string {
  const due = dueIn(text);
  if (due !== "") return due;
  // 「本日の記録は」 says of what, not by when.
  const [only, ...others] = datesIn(text).filter((date) => !text.includes(`${date}の`));
  if (only !== undefined && others.length === 0) return only;
  return dayOfPromise.exec(text)?.[1] ?? "";
}

const anyDate = new RegExp(`(?:${day}|${number}日(?![間分目])|${relative})${partOfDay}中?`, "gu");

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
