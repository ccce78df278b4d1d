import { higherClass, stricterDecision, type ConfidentialityDecision } from "../../vocabulary";
import { findMarkings } from "./find-markings";
import { markingsOfLabel } from "./sensitivity-label";
import type { ConfidentialityJudgement, Marking, MarkingPlace } from "./marking";

/** Judges one place of a document or mail alone. Never throws on odd text. */
export function judgeText(text: string, where: MarkingPlace): ConfidentialityJudgement {
  return judgeMarkings(where === "label" ? markingsOfLabel(text) : findMarkings(text, where));
}

/** Places of one document or mail as they were read. */
export interface Places {
  headers: readonly string[];
  footers: readonly string[];
  /** Paragraphs of the first page. */
  firstPage: readonly string[];
  fileName: string;
  subject?: string;
  body?: readonly string[];
  /** Names of the sensitivity labels in force. */
  labels?: readonly string[];
}

/**
 * Judges a whole document or mail: the strictest decision of all its places, the class by rank 3 > 2 > unknown > 1 > none,
 * and every marking, to be shown as the reason. Paragraphs of one place are read together, so that a mark broken over
 * lines (vertical writing) is seen; `span` is relative to the texts of that place joined by line ends.
 */
export function judgePlaces(places: Places): ConfidentialityJudgement {
  const of = (texts: readonly string[] | undefined, where: MarkingPlace): Marking[] =>
    texts === undefined ? [] : findMarkings(texts.join("\n"), where);
  return judgeMarkings([
    ...of(places.headers, "header"),
    ...of(places.footers, "footer"),
    ...of(places.firstPage, "firstPage"),
    ...of([places.fileName], "fileName"),
    ...(places.subject === undefined ? [] : of([places.subject], "subject")),
    ...of(places.body, "body"),
    ...(places.labels ?? []).flatMap(markingsOfLabel),
  ]);
}

const strictness: Record<ConfidentialityDecision, number> = { block: 3, ask: 2, clearedOnly: 1, allow: 0 };

/** Adds up markings: the strictest decision, the highest class; a handling limit counts only where no class stands. */
export function judgeMarkings(markings: Marking[]): ConfidentialityJudgement {
  const withClass = markings.some(({ class: cls }) => cls === "3" || cls === "2" || cls === "1");
  const counting = withClass ? markings.filter(({ reason }) => reason !== "handling-limit") : markings;
  const deciding = counting.reduce<Marking | undefined>(
    (best, marking) =>
      best === undefined || strictness[marking.decision] > strictness[best.decision] ? marking : best,
    undefined,
  );
  return {
    class: counting.reduce<ConfidentialityJudgement["class"]>(
      (cls, marking) => higherClass(cls, marking.class),
      "none",
    ),
    decision: counting.reduce<ConfidentialityDecision>(
      (decision, marking) => stricterDecision(decision, marking.decision),
      "allow",
    ),
    reason: deciding?.reason ?? "no-marking",
    markings,
  };
}
