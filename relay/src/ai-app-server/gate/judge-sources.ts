import { judgePlaces, judgeText, type ConfidentialityJudgement, type Marking } from "@genai-office/shared/guards";
import { higherClass, stricterDecision } from "@genai-office/shared/vocabulary";
import type { SourceDocument } from "../inputs/source-document";

/** The class and decision for everything that would leave, and the marking that decided, to be shown. */
export interface RequestJudgement extends Pick<ConfidentialityJudgement, "class" | "decision"> {
  /** The marking that decided, where there is one. */
  marking?: Marking;
}

/**
 * Judges every source on its own (a marking of one says nothing about another) and the words of the form as one more;
 * the strictest of all counts.
 */
export function judgeSources(documents: readonly SourceDocument[], words: readonly string[]): RequestJudgement {
  const judgements = [
    ...documents.map(({ places }) => judgePlaces(places)),
    ...words.filter((text) => text !== "").map((text) => judgeText(text, "body")),
  ];
  let result: RequestJudgement = { class: "none", decision: "allow" };
  for (const judgement of judgements) {
    const decision = stricterDecision(result.decision, judgement.decision);
    const marking =
      decision === result.decision
        ? result.marking
        : judgement.markings.find((candidate) => candidate.decision === decision);
    result = {
      class: higherClass(result.class, judgement.class),
      decision,
      ...(marking === undefined ? {} : { marking }),
    };
  }
  return result;
}
