import {
  judgeMarkings,
  markingsOfLabel,
  type ConfidentialityJudgement,
  type Marking,
  type Places,
} from "@genai-office/shared/guards";
import { higherClass, stricterDecision } from "@genai-office/shared/vocabulary";
import { judgeSlices } from "../../policy/judge-slices";
import type { AppRequest } from "../apps/ai-app";

/** The class and decision for all that a person has put in, and the marking that decided, to be shown. */
export interface RequestJudgement extends Pick<ConfidentialityJudgement, "class" | "decision"> {
  /** The marking that decided, where there is one. */
  marking?: Marking;
  /** Every marking that was found, each wording of a kind once: the answer inherits them. */
  markings: Pick<Marking, "text" | "class" | "reason">[];
}

/**
 * Judges every source on its own (a marking of one says nothing about another) and each value of the form as one more; the
 * strictest of all counts. A document that could be read only in part has to be answered for by a person.
 *
 * @throws GenaiError "aborted" when the request that the signal belongs to has gone away
 */
export async function judgeSources(
  { documents, words, names }: Pick<AppRequest, "documents" | "words" | "names">,
  signal?: AbortSignal,
): Promise<RequestJudgement> {
  let result: RequestJudgement = { class: "none", decision: "allow", markings: [] };
  for (const { places, partlyUnread } of documents) {
    result = withJudgement(result, await judgeInSlices(places, signal));
    if (partlyUnread === true) result = withJudgement(result, { class: "unknown", decision: "ask", markings: [] });
  }
  for (const text of words) result = withJudgement(result, await judgeSlices([text], "body", signal));
  for (const text of names) result = withJudgement(result, await judgeSlices([text], "subject", signal));
  return result;
}

/** As judgePlaces of the guards, with pauses in which other requests go on. */
async function judgeInSlices(places: Places, signal: AbortSignal | undefined): Promise<ConfidentialityJudgement> {
  const markings: Marking[] = [];
  const parts = [
    ["header", places.headers],
    ["footer", places.footers],
    ["firstPage", places.firstPage],
    ["fileName", [places.fileName]],
    ["subject", [places.subject ?? ""]],
    ["body", places.body ?? []],
  ] as const;
  for (const [where, texts] of parts)
    for (const marking of (await judgeSlices(texts, where, signal)).markings) markings.push(marking);
  for (const label of places.labels ?? []) markings.push(...markingsOfLabel(label));
  return judgeMarkings(markings);
}

function withJudgement(
  result: RequestJudgement,
  judgement: Pick<ConfidentialityJudgement, "class" | "decision" | "markings">,
): RequestJudgement {
  const decision = stricterDecision(result.decision, judgement.decision);
  const marking =
    decision === result.decision
      ? result.marking
      : judgement.markings.find((candidate) => candidate.decision === decision);
  return {
    class: higherClass(result.class, judgement.class),
    decision,
    markings: withoutRepetition([...result.markings, ...judgement.markings]),
    ...(marking === undefined ? {} : { marking }),
  };
}

function withoutRepetition(
  markings: readonly Pick<Marking, "text" | "class" | "reason">[],
): RequestJudgement["markings"] {
  const known = new Map<string, RequestJudgement["markings"][number]>();
  for (const { text, class: cls, reason } of markings) {
    const key = `${reason} ${text}`;
    if (!known.has(key)) known.set(key, { text, class: cls, reason });
  }
  return [...known.values()];
}
