import type { PersonalDatum } from "../personal-datum";

const count = "[0-9一二三四五六七八九十〇元]{1,4}";
const gap = "[ ]{0,2}";
const era = "(?:明治|大正|昭和|平成|令和|[MTSHR明大昭平令])";
const western = "(?:西暦)?(?:1[89]|20)[0-9]{2}";
const japanese = `(?:${era}${gap}・?${count}${gap}年?|${western}${gap}年?)(?:[ ]?[(（][^()（）]{1,12}[)）])?`;
const monthName =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|Jun(?:e)?|Jul(?:y)?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const date = `(?:${japanese}${gap}(?:年|[./\\-・])?${gap}${count}${gap}(?:月|[./\\-・])${gap}${count}${gap}日?|[0-9]{1,2}(?:st|nd|rd|th)?[ ]${monthName},?[ ](?:1[89]|20)[0-9]{2}|${monthName}[ ][0-9]{1,2}(?:st|nd|rd|th)?,?[ ](?:1[89]|20)[0-9]{2}|[0-9]{1,2}[./\\-][0-9]{1,2}[./\\-](?:1[89]|20)[0-9]{2}|(?:1[89]|20)[0-9]{6})`;
const label =
  "(?:生年月日|出生年月日|誕生日|生年|生まれた日|生れ|出生日|D\\.?O\\.?B\\.?|[Dd]ate of [Bb]irth|DATE OF BIRTH|[Bb]irth ?[Dd]ate|[Bb]irthday|[Bb]orn(?: on)?)";
const afterLabel = new RegExp(
  `${label}(?:[ ]?[(（][^()（）\\n]{0,10}[)）])?[ \\t]*(?:[:：=|｜はが]|is|was)?[ \\t\\n]{0,4}(${date}(?:[ ]?生(?:まれ)?(?![\\p{Script=Han}]))?|${era}${gap}${count}年)`,
  "giu",
);
const born = new RegExp(
  `((?:${date}|${japanese}年?${gap}(?:${count}月)?)${gap}(?:に)?[(（]?(?:生まれ|生れ|出生|誕生|生(?![\\p{Script=Han}])))`,
  "gu",
);

/** Dates of birth: behind a label, or with 生 or 生まれ behind them. Other dates are left alone. Text in half width. */
export function findBirthDates(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(afterLabel)) {
    const end = match.index + match[0].length;
    found.push({ start: end - match[1]!.length, end, kind: "birth-date" });
  }
  for (const match of text.matchAll(born)) {
    // Only the words of the date and of the birth, not a bracket that opens behind it.
    const words = match[0].replace(/[(（]?(?:生まれ|生れ|出生|誕生|生)$/u, (tail) => (/^[(（]/.test(tail) ? "" : tail));
    if (/[0-9一二三四五六七八九十元]/u.test(words))
      found.push({ start: match.index, end: match.index + words.length, kind: "birth-date" });
  }
  return found;
}
