import { quantity } from "./quantity";
import type { Raw } from "./raw";

const bottoms: Record<string, number> = { half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, eighth: 8, tenth: 10 };
const tops: Record<string, number> = { two: 2, three: 3, four: 4, seven: 7, nine: 9 };
const scale = "(?=[ -](?:percent|percentage[ -]points?|per cent|points?|million|billion|trillion)(?![a-z]))";
/** "half a million" and "a quarter million" need no "of"; thirds and tenths are ordinals without it. */
const whole = new RegExp(
  `^(?:(?:an?|one)[ -])?(half|quarter)(?: of)?(?: an?| one| 1)?${scale}|` +
    `^(?:(an?|one|two|three|four|seven|nine)[ -])(half|third|quarter|fourth|fifth|eighth|tenth)s? of (?:an?|one|1)${scale}|` +
    `^(three)[ -](quarter)s? (?:of )?(?:an? )?${scale}`,
);

/** Reads a share of a round number as one figure: half a million, a quarter of a billion yen, one tenth of one percent. */
export function fractionOfScaleAt(text: string, original: string, at: number): Raw | undefined {
  const match = whole.exec(text.slice(at, at + 48));
  if (match === null) return undefined;
  // "the second quarter million" counts quarters; "one and a half million" is read from its start.
  if (/(?:first|second|third|fourth|fifth|and|and an?)[ -]$/.test(text.slice(Math.max(0, at - 8), at)))
    return undefined;
  const [, plain, count, part, three, quarter] = match;
  const top = tops[count ?? three ?? ""] ?? 1;
  return quantity(text, original, at, top / bottoms[plain ?? part ?? quarter!]!, at + match[0].length);
}
