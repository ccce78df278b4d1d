import { admit, textsOfStep, type ConfidentialityJudgement } from "@genai-office/shared/guards";
import {
  GenaiError,
  higherClass,
  stricterDecision,
  type ConfidentialityClass,
  type ModelCard,
  type Step,
} from "@genai-office/shared/vocabulary";
import { judgeSlices } from "./judge-slices";

/** What the gate goes by: the class that was found and what may be done with it. */
export type GateJudgement = Pick<ConfidentialityJudgement, "class" | "decision">;

/**
 * The relay's own gate: a client is never trusted. The class is the higher of the declared one and what the text itself
 * says; the model must be cleared for it. Returns the class that was gone by.
 * @param files what the files of the step say (see judge-files.ts); a step without files needs none
 * @param signal of the request: one that has gone away is not judged to its end
 * @param judged told what the relay itself found, also when that is why the step is refused
 * @throws GenaiError "confidentiality-blocked", "confidentiality-unconfirmed", "model-not-cleared", "aborted"
 */
export async function gateStep(
  step: Step,
  card: ModelCard,
  files?: GateJudgement,
  signal?: AbortSignal,
  judged?: (found: ConfidentialityClass) => void,
): Promise<ConfidentialityClass> {
  const found = strictest(await judgeStep(step, signal), files);
  judged?.(found.class);
  const judgement = { class: higherClass(step.declaredClass, found.class), decision: found.decision };
  return admitted(judgement, card, step.confirmed);
}

/** The higher class and the stricter decision of two judgements. */
export function strictest(first: GateJudgement, second: GateJudgement | undefined): GateJudgement {
  if (second === undefined) return first;
  return {
    class: higherClass(first.class, second.class),
    decision: stricterDecision(first.decision, second.decision),
  };
}

/**
 * The gate for a client that knows nothing of our steps. With a declared class the caller has answered for the text.
 * Undeclared text counts as unknown: nobody can be asked, so it passes only to a model cleared for class 2, and not at
 * all when the text itself carries a marking that has to be asked about.
 */
export async function gateForeignRequest(
  step: Step,
  card: ModelCard,
  declared: ConfidentialityClass | undefined,
  signal?: AbortSignal,
  judged?: (found: ConfidentialityClass) => void,
): Promise<ConfidentialityClass> {
  if (declared !== undefined) return gateStep(step, card, undefined, signal, judged);
  const found = await judgeStep(step, signal);
  judged?.(found.class);
  const judgement = { class: higherClass("unknown", found.class), decision: found.decision };
  return admitted(judgement, card, found.decision !== "ask");
}

function admitted(judgement: GateJudgement, card: ModelCard, confirmed: boolean): ConfidentialityClass {
  const admission = admit(judgement, card, confirmed);
  if (admission.allowed) return judgement.class;
  throw new GenaiError(admission.code, `class ${judgement.class} was not admitted to model ${card.id}`);
}

/** Everything of a step that leaves for the model, judged as the body of a document. */
function judgeStep(step: Step, signal: AbortSignal | undefined): Promise<GateJudgement> {
  return judgeSlices(textsOfStep(step), "body", signal);
}
