import type { Finding } from "../../vocabulary";
import { place, type SourceFigure } from "./source-figures";
import type { Figure } from "./figure";
import type { FigurePair } from "./pair-figures";

type Language = "ja" | "en";

/** How the languages name the units of time, in any form: what is not named here is not said. */
const names: Record<string, Record<Language, RegExp>> = {
  year: {
    ja: /年|歳|才|翌|周/,
    en: /(?<![a-z])(?:year|annual|age|old|decade|centur|fy|birthday|grade|season|anniversary)/,
  },
  month: { ja: /月/, en: /(?<![a-z])(?:month|mo\.|bimonth|semester|quarter|half|season|year|trimester|term)/ },
  week: {
    ja: /週/,
    en: /(?<![a-z])(?:week|wk|biweek|fortnight|day|sunday|monday|tuesday|wednesday|thursday|friday|saturday)/,
  },
  hour: { ja: /時|分/, en: /(?<![a-z])(?:hour|hr|clock|overnight|mph|kph)|[0-9]h(?![a-z])|\/h|[ap]\.?m/ },
  minute: { ja: /分|時/, en: /(?<![a-z])(?:minute|min|half|quarter|hour|moment)|[0-9]m(?![a-z])|'/ },
};

/**
 * A span of time whose unit the other text does not name at all (`unit-differs` { found, nearest? }): 1か月 for "a week", 40か月
 * for "her 40th birthday". One language may leave out a year of age or the 1 of "a week", never the unit.
 */
export function changedSpans(
  source: { text: string; language: Language },
  known: readonly SourceFigure[],
  target: { text: string; language: Language },
  written: readonly Figure[],
  pairs: readonly FigurePair[],
): Finding[] {
  if (source.language === target.language) return [];
  const folded = source.text.normalize("NFKC").toLowerCase();
  const asked = new Map<string, boolean>();
  const isNamed = (unit: string): boolean => {
    const known = asked.get(unit) ?? names[unit]![source.language].test(folded);
    asked.set(unit, known);
    return known;
  };
  const partners = new Map(pairs.map((pair) => [pair.target, known[pair.source]!]));
  for (const [index, figure] of written.entries()) {
    const partner = partners.get(index);
    if (!isSpan(figure) || figure.approximate) continue;
    if (
      partner === undefined ? figure.value !== 1 : partner.figure.unit !== undefined || partner.figure.kind !== "number"
    )
      continue;
    if (isNamed(figure.unit!)) continue;
    return [
      {
        guard: "figures",
        code: "unit-differs",
        severity: "warning",
        values: { found: figure.text, ...(partner === undefined ? {} : { nearest: partner.figure.text }) },
        output: figure.span,
        ...(partner === undefined ? {} : { source: [place(partner)] }),
      },
    ];
  }
  return [];
}

const isSpan = ({ unit, kind, value }: Figure): boolean =>
  kind === "number" && value !== undefined && unit !== undefined && Object.hasOwn(names, unit) && unit !== "year";
