import type { Finding } from "../../vocabulary";
import type { Figure } from "./figure";
import type { FigureText } from "./swapped";

/** How a limit is said: with the number itself left out (65歳未満, under 65) or taken in (64歳まで, up to 64). */
const limits = {
  ja: {
    below: [/$/, /^(?:未満|に満た)/],
    upTo: [/$/, /^(?:まで|以下|以内)/],
    above: [/$/, /^(?:超|を?超え|を上回)/],
    from: [/$/, /^(?:以上|から)/],
  },
  en: {
    below: [/(?:under|less than|fewer than|below|younger than)(?: the age of| age)? $/, /^/],
    upTo: [/(?:to|through|up to|at most|(?:no|not) more than|until|[-–~])(?: the age of| age)? ?$|$/, /^/],
    above: [/(?:over|more than|above|older than|exceed\w*)(?: the age of| age)? $/, /^/],
    from: [/(?:at least|from|between|aged|ages?) $|$/, /^/],
  },
} satisfies Record<"ja" | "en", Record<string, [RegExp, RegExp]>>;

/**
 * Findings without the whole numbers that say the same limit in two ways: 65歳未満 and 64歳まで, "more than 9" and 10以上.
 */
export function withoutEqualLimits(findings: Finding[], source: FigureText, target: FigureText): Finding[] {
  if (findings.length === 0) return findings;
  const [there, here] = [new Set<number>(), new Set<number>()];
  for (const [one, other, ofOne, ofOther] of [
    [source, target, there, here],
    [target, source, here, there],
  ] as const) {
    const byValue = new Map(other.figures.filter(isWhole).map((figure) => [figure.value!, figure]));
    for (const figure of one.figures) {
      if (!isWhole(figure)) continue;
      for (const [open, closed, step] of [
        ["below", "upTo", -1],
        ["above", "from", 1],
      ] as const) {
        if (!says(one, figure, open)) continue;
        const same = byValue.get(figure.value! + step);
        if (same === undefined || !says(other, same, closed)) continue;
        ofOne.add(figure.span.start);
        ofOther.add(same.span.start);
      }
    }
  }
  if (there.size === 0) return findings;
  const isEqual = ({ code, source: from, output }: Finding): boolean =>
    (code === "figure-not-in-source" && output !== undefined && here.has(output.start)) ||
    (code === "figure-missing" && from?.[0] !== undefined && there.has(from[0].start!));
  return findings.filter((finding) => !isEqual(finding));
}

const isWhole = ({ value, kind, weak }: Figure): boolean =>
  value !== undefined && Number.isInteger(value) && kind === "number" && !weak && value < 10_000;

function says({ text, language }: FigureText, { span }: Figure, limit: keyof (typeof limits)["ja"]): boolean {
  const [before, behind] = limits[language][limit];
  return (
    before.test(text.slice(Math.max(0, span.start - 30), span.start).toLowerCase()) &&
    behind.test(text.slice(span.end, span.end + 6))
  );
}
