import type { Figure } from "./figure";

/** Days that a text names without their date, and the date: Christmas, 元日, 東日本大震災. */
const named: [RegExp, { year?: number; month?: number; day?: number }][] = [
  [/クリスマス|(?<![a-z])christmas(?! eve)/, { month: 12, day: 25 }],
  [/クリスマスイブ|イヴ|(?<![a-z])christmas eve/, { month: 12, day: 24 }],
  [/元日|元旦|正月|(?<![a-z])new year/, { month: 1, day: 1 }],
  [/大晦日|大みそか|(?<![a-z])new year['’]s eve/, { month: 12, day: 31 }],
  [/バレンタイン|(?<![a-z])valentine/, { month: 2, day: 14 }],
  [/同時多発(?:テロ|攻撃)|(?<![0-9])9[・./]11(?![0-9])|(?<![a-z])september 11/, { year: 2001, month: 9, day: 11 }],
  [/東日本大震災|3[・./]11(?![0-9])|(?<![a-z])great east japan earthquake/, { year: 2011, month: 3, day: 11 }],
  [/阪神(?:・淡路)?大震災|great hanshin/, { year: 1995, month: 1, day: 17 }],
];

/** Words that stand for a date named elsewhere in the text, or known to whoever reads it. */
const relative =
  /同[日月年]|前[日月年](?!比)|翌[日月年]|[今昨来本去]年|[今先来本前]月|[今昨当本]日|明日|[今昨来]年?[春夏秋冬](?!季)|(?<![a-z])(?:today|yesterday|tomorrow|(?:this|last|next|that|the same|the following|the previous|the next) (?:day|month|year|spring|summer|autumn|fall|winter)|(?:a|one|the) year (?:earlier|before|ago)|year-on-year|year-over-year)(?![a-z])/;

/** Tells of the dates that a text leaves unsaid whether another text may name them. Linear in the length of the text. */
export function unsaidDates(text: string): (figure: Figure) => boolean {
  const folded = text.normalize("NFKC").toLowerCase();
  const dates = named.filter(([pattern]) => pattern.test(folded)).map(([, date]) => date);
  const isRelative = relative.test(folded);
  return (figure) =>
    dates.some((date) => agrees(figure, date)) || (isRelative && isDayOrYear(figure) && !isWhole(figure));
}

function agrees({ date, value, unit, kind }: Figure, known: { year?: number; month?: number; day?: number }): boolean {
  if (date !== undefined)
    return (["year", "month", "day"] as const).every((part) => date[part] === undefined || date[part] === known[part]);
  if (value === undefined || kind === "amount" || kind === "ratio") return false;
  if (unit === "day") return value === known.day;
  return (unit === undefined || unit === "year") && value === known.year;
}

/** 2021, the 12th, 12日, April: what a relative word may stand for. */
function isDayOrYear({ kind, value, unit, date }: Figure): boolean {
  if (kind === "date") return date !== undefined;
  if (kind === "ordinal") return value !== undefined && value <= 31 && unit === undefined;
  if (kind !== "number" || value === undefined) return false;
  return (unit === "day" && value <= 31) || (unit === undefined && value >= 1990 && value <= 2099);
}

/** A date with all its parts is no reading of a single word. */
const isWhole = ({ date }: Figure): boolean => date?.year !== undefined && date.month !== undefined;
