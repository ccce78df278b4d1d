import { figuresIn, type Figure } from "../figures";
import { compareWithSource } from "../figures/check-figures";
import { distinctFigures, type SourceFigure } from "../figures/source-figures";
import { knownFiguresIn } from "./reading/known-figures";
import { splitSentences } from "../../language";

const difference = /増|減|差|上回|下回|縮|延び|延長|短縮|\b(?:more|fewer|less|higher|lower|by|difference)\b/iu;

/**
 * "unfounded" when a figure of the line stands in none of its sources; "derived" when all that do not are the difference of
 * two that one sentence there compares: that it was worked out right is for a person to see.
 */
export function foundationOf(line: string, sources: readonly string[]): "founded" | "derived" | "unfounded" {
  const errors = compareWithSource(knownOf(sources), figuresIn(line), { nearest: false }).filter(
    ({ severity }) => severity === "error",
  );
  if (errors.length === 0) return "founded";
  const text = sources.join("\n").normalize("NFKC");
  const open = errors.filter(
    ({ code, values }) =>
      code !== "figure-not-in-source" || !standsThere(String(values?.["found"] ?? "").normalize("NFKC"), text),
  );
  if (open.length === 0) return "founded";
  const isDerived = open.every(({ output }) => {
    const own = output && figuresIn(line).find(({ span }) => span.start === output.start);
    return own !== undefined && difference.test(line) && isDifference(own, sources);
  });
  return isDerived ? "derived" : "unfounded";
}

let latest: { sources: readonly string[]; known: readonly SourceFigure[] } | undefined;

/** Figures of the sources; the last ones are kept, since many lines rest on the same. */
function knownOf(sources: readonly string[]): readonly SourceFigure[] {
  const isSame = latest?.sources.length === sources.length && latest.sources.every((text, at) => text === sources[at]);
  if (!isSame) {
    const figures = sources.flatMap((text, at) =>
      knownFiguresIn(text).map((figure) => ({ figure, blockId: String(at) })),
    );
    latest = { sources: [...sources], known: distinctFigures(figures) };
  }
  return latest!.known;
}

/** A year or the name of a month, as it is written. */
function standsThere(found: string, text: string): boolean {
  // "a year ago" is 1年前.
  if (/^1(?:年|か月|ヶ月|月|週|日|人|つ|件)/u.test(found)) return /\b(?:an?|one|per)\b/iu.test(text);
  const [word] = /^(?:(?:19|20)\d{2}(?=年?$)|[A-Z][a-z]+$)/u.exec(found) ?? [];
  return word !== undefined && new RegExp(`(?<![0-9A-Za-z])${word}(?![0-9A-Za-z])`, "u").test(text);
}

/** 「8名増員」 where 「12名から20名に」. */
function isDifference({ value, unit, kind }: Figure, sources: readonly string[]): boolean {
  if (value === undefined || (kind !== "number" && kind !== "amount")) return false;
  return sources.some((source) =>
    splitSentences(source).some(({ start, end }) => {
      const values = figuresIn(source.slice(start, end)).flatMap((figure) =>
        figure.unit === unit && figure.kind === kind && figure.value !== undefined ? [figure.value] : [],
      );
      return values.length === 2 && Math.abs(Math.abs(values[0]! - values[1]!) - value) < 1e-6;
    }),
  );
}
