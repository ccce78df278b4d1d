import type { ModelCard } from "../vocabulary";

/**
 * True for a model that takes its own unfinished answer back and goes on. A translation engine has no room for one,
 * an AI app takes a form, and the embedded engine is never cut.
 */
export function canContinue(card: Pick<ModelCard, "contract">): boolean {
  switch (card.contract) {
    case "openai":
    case "predict":
    case "predict-stream":
    case "cotomi":
      return true;
    case "plamo-translate":
    case "exapps":
    case "ai-app":
    case "offline":
      return false;
  }
}
