import type { BodyLine } from "./body-line";
import { withComparisons } from "./comparisons";
import { letterPrefixes, quoteMarks } from "./quote-marks";

/** Deeper quotes are no mail's; what is quoted more often counts as quoted so often. */
export const deepest = 60;

/** The lines of a plain-text body. */
export function plainLines(text: string): BodyLine[] {
  const raws = text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/);
  const prefixes = letterPrefixes(raws);
  return withComparisons(
    raws.map((written) => {
      const raw = written.trimEnd();
      const { depth, rest } = quoteMarks(raw, prefixes);
      // "-- " with its space is a mark, "--" without it may be none.
      return { raw, text: /^-- +$/.test(written) ? "-- " : rest, depth: Math.min(deepest, depth) };
    }),
  );
}
