import type { ConfidentialityClass, ConfidentialityDecision, ModelCard } from "../../vocabulary";
import { mayReceive } from "./clearance";

export type Admission =
  | { allowed: true }
  | { allowed: false; code: "confidentiality-blocked" | "confidentiality-unconfirmed" | "model-not-cleared" };

/** Strictest decision that the class alone asks for; a judgement that says less is not believed. */
function decisionOfClass(cls: ConfidentialityClass): ConfidentialityDecision | undefined {
  switch (cls) {
    case "3":
      return "block";
    case "2":
      return "clearedOnly";
    case "unknown":
      return "ask";
    case "1":
    case "none":
      return "allow";
    default:
      return undefined;
  }
}

/**
 * Decides whether a text of this judgement may go to this model. Fails closed: what is neither a known class nor a
 * known decision, and a card that is incomplete, is not admitted.
 *
 * @param confirmed a person has seen the marking and answered for this very source. It answers an "ask"; it never
 *   lowers a printed class: 3 stays blocked, 2 and unknown stay with models that are cleared for class 2
 *   (reference: government documents, rules for our add-in).
 */
export function admit(
  judgement: { class: ConfidentialityClass; decision: ConfidentialityDecision },
  card: Pick<ModelCard, "clearance" | "region">,
  confirmed: boolean,
): Admission {
  const byClass = decisionOfClass(judgement?.class);
  const decisions = [judgement?.decision, byClass];
  if (byClass === undefined || decisions.includes("block")) return { allowed: false, code: "confidentiality-blocked" };
  if (decisions.includes("ask")) {
    if (confirmed !== true) return { allowed: false, code: "confidentiality-unconfirmed" };
    return clearedForTwo(card);
  }
  if (decisions.includes("clearedOnly")) return clearedForTwo(card);
  if (judgement.decision !== "allow") return { allowed: false, code: "confidentiality-blocked" };
  return card && mayReceive(card, judgement.class) ? { allowed: true } : { allowed: false, code: "model-not-cleared" };
}

function clearedForTwo(card: Pick<ModelCard, "clearance" | "region">): Admission {
  return card && mayReceive(card, "2") ? { allowed: true } : { allowed: false, code: "model-not-cleared" };
}
