import type { Finding } from "../../vocabulary";
import { place, type SourceFigure } from "./source-figures";
import type { Figure } from "./figure";

/** A word of Latin letters with the numbers that follow it. */
type Numbers = Map<string, { value: number; figure: Figure; named: boolean }[]>;

/**
 * A name that one text writes with a space before its number and the other without (Windows 10, Windows10), and whose
 * number differs (`figure-not-in-source` { found, nearest }).
 */
export function renumberedNames(
  source: string,
  known: readonly SourceFigure[],
  target: string,
  written: readonly Figure[],
): Finding[] {
  const from = numbersBehindWords(
    source,
    known.map(({ figure }) => figure),
  );
  const placed = new Map(known.map((one) => [one.figure, one]));
  for (const [word, there] of numbersBehindWords(target, written)) {
    const here = from.get(word);
    if (here === undefined) continue;
    const isNamed = (list: typeof there): boolean => list.some(({ named }) => named);
    // Names written alike in both texts are compared as names.
    if (isNamed(here) === isNamed(there)) continue;
    const other = there.find(({ value }) => !here.some((one) => one.value === value));
    if (other === undefined) continue;
    const nearest = placed.get(here[0]!.figure)!;
    return [
      {
        guard: "figures",
        code: "figure-not-in-source",
        severity: "error",
        values: { found: other.figure.text, nearest: nearest.figure.text },
        output: other.figure.span,
        source: [place(nearest)],
      },
    ];
  }
  return [];
}

function numbersBehindWords(text: string, figures: readonly Figure[]): Numbers {
  const numbers: Numbers = new Map();
  for (const figure of figures) {
    const { value, span, name, unit } = figure;
    if (value === undefined) continue;
    const named = name === true;
    if (!named && (unit !== undefined || figure.kind !== "number")) continue;
    const word = named
      ? /^[a-z-]+(?=[0-9])/.exec(figure.text.normalize("NFKC").toLowerCase())?.[0].replace(/-$/, "")
      : /(?<![A-Za-z])([A-Z][A-Za-z]{2,13})[ \-\u3000]$/
          .exec(text.slice(Math.max(0, span.start - 16), span.start).normalize("NFKC"))?.[1]
          ?.toLowerCase();
    if (word === undefined || word.length < 3) continue;
    const list = numbers.get(word);
    if (list === undefined) numbers.set(word, [{ value, figure, named }]);
    else list.push({ value, figure, named });
  }
  return numbers;
}
