import type { Finding } from "../../vocabulary";
import type { Figure } from "./figure";
import { indexOf } from "./figure-index";
import { asSource, type SourceFigure } from "./source-figures";

/**
 * Findings without the dates that the other text says in another word (同日, Christmas), as long as no other date is wrong:
 * where one is, the two may be one date that was changed.
 */
export function withoutUnsaid(
  findings: Finding[],
  isUnsaid: (finding: Finding) => boolean,
  there: readonly SourceFigure[],
  here: readonly Figure[],
): Finding[] {
  if (!findings.some(isUnsaid)) return findings;
  const agreeing = indexOf(asSource(here));
  const isOpen = ({ figure }: SourceFigure): boolean => !figure.weak && isDateLike(figure) && !agreeing.has(figure);
  return there.some(isOpen) ? findings : findings.filter((finding) => !isUnsaid(finding));
}

const isDateLike = ({ kind, unit, value }: Figure): boolean =>
  kind === "date" || unit === "day" || (unit === undefined && value !== undefined && value <= 2100);

export function missingUnsaid(known: readonly SourceFigure[], unsaid: (figure: Figure) => boolean) {
  const at = new Map(known.map(({ figure }) => [figure.span.start, figure]));
  return ({ source }: Finding): boolean => {
    const start = source?.[0]?.start;
    const figure = start === undefined ? undefined : at.get(start);
    return figure !== undefined && unsaid(figure);
  };
}
