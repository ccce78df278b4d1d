import { cleanText } from "@genai-office/shared/guards";
import { mappedStep } from "@genai-office/shared/tasks";
import type { Step } from "@genai-office/shared/vocabulary";

/**
 * A step without characters that nobody sees (zero width, direction, tags), in none of its texts: the suite's own tasks have
 * taken them out of documents, foreign clients, and what people paste into a wish, have not. Inputs of an AI app are left
 * alone: they are a form, whose choices must be the very words that the app offered.
 */
export function cleanStep(step: Step): Step {
  if (step.task === "research") return step;
  return mappedStep(step, (text) => cleanText(text).text);
}
