import type { Figure } from "./figure";

/** Periods that are said by their name, and the months they last: the first half of the year, 四半期. */
const periods: [RegExp, number][] = [
  [
    /(?<![a-z])(?:first|second|latter|last) half(?= of (?:the |this |last |next )?(?:year|fiscal|fy|[12][0-9]{3}|20))|(?<![a-z])half[- ]years?(?![a-z])|semi-?annual|biannual|[上下]半[期年]|[上下]期|(?<!四)半[期年]/i,
    6,
  ],
  [
    /(?<![a-z])(?:quarters?(?= of (?:the |this |last |next )?(?:year|fiscal|fy|[12][0-9]{3}))|quarterly)(?![a-z])|四半期/i,
    3,
  ],
];

/** Tells of a number of months whether a text says it with the name of a period. Linear in the length of the text. */
export function saidAsPeriod(text: string): (figure: Figure) => boolean {
  const said = periods.filter(([pattern]) => pattern.test(text.normalize("NFKC"))).map(([, months]) => months);
  return ({ unit, value }) => unit === "month" && value !== undefined && said.includes(value);
}
