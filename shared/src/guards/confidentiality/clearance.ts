import type { ConfidentialityClass, ModelCard } from "../../vocabulary";

/**
 * True when a model may receive a text of this class. Class 3: none may. Class 2 and unknown: cleared for 2 and run in
 * Japan or in this very process. Class 1 and none: any. Anything unexpected: none (fails closed).
 */
export function mayReceive(card: Pick<ModelCard, "clearance" | "region">, cls: ConfidentialityClass): boolean {
  switch (cls) {
    case "none":
    case "1":
      return card.clearance === "1" || card.clearance === "2";
    case "unknown":
    case "2":
      return card.clearance === "2" && (card.region === "jp" || card.region === "local");
    case "3":
    default:
      return false;
  }
}
