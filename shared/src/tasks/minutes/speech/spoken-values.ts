const months =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(
    " ",
  );
// The longer first: "twenty-first" is no "first".
const ordinal = [...ordinals].reverse().join("|").replace(/-/g, "[-\\s]");
const dayOfMonth = new RegExp(`\\b(?:the\\s+)?(${ordinal})\\s+(?:of\\s+)?(${months})\\b`, "giu");
const monthAndDay = new RegExp(`\\b(${months})\\s+(?:the\\s+)?(${ordinal})\\b`, "giu");
const decimal =
  /([〇一二三四五六七八九十百]+)[・点]([〇一二三四五六七八九]+)(?=パーセント|％|%|ポイント|倍|度|メートル|キロ|トン)/gu;
const kanjiDigits = "〇一二三四五六七八九";

/**
 * Values as minutes write them, where talk says them in another way: 「九月の、十五日」, 「十八・二パーセント」, "the ninth of June". Words
 * around them stay.
 */
export function withWrittenValues(text: string): string {
  return text
    .replace(
      /((?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|来|今|再来)月)の?、(?=[0-9０-９一二三四五六七八九十]{1,3}日)/gu,
      "$1",
    )
    .replace(decimal, (_all, whole: string, rest: string) => `${numberOf(whole)}.${[...rest].map(digitOf).join("")}`)
    .replace(dayOfMonth, (_all, day: string, month: string) => `${placeOf(day)} ${month}`)
    .replace(monthAndDay, (_all, month: string, day: string) => `${placeOf(day)} ${month}`);
}

function placeOf(day: string): number {
  return ordinals.indexOf(day.toLowerCase().replace(/\s+/g, "-")) + 1;
}

function digitOf(kanji: string): number {
  return kanjiDigits.indexOf(kanji);
}

/** 「百十八」 is 118, 「一八」 18. */
function numberOf(kanji: string): number {
  let sum = 0;
  let last = 0;
  for (const letter of kanji) {
    const unit = { 十: 10, 百: 100 }[letter];
    if (unit === undefined) last = last * 10 + digitOf(letter);
    else {
      sum += (last === 0 ? 1 : last) * unit;
      last = 0;
    }
  }
  return sum + last;
}
