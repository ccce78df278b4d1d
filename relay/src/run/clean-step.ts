import { cleanText } from "@genai-office/shared/guards";
import type { Step } from "@genai-office/shared/vocabulary";

/**
 * A step without characters that nobody sees (zero width, direction, tags): the suite's own tasks have taken them out, foreign
 * clients have not. Inputs of an AI app are left alone: they are a form, whose values must be what was filled in.
 */
export function cleanStep(step: Step): Step {
  if (step.task === "research") return step;
  const blocks = step.blocks.map((block) => {
    const { text, removed } = cleanText(block.text);
    return removed.length === 0 ? block : { ...block, text };
  });
  if (step.task !== "chat") return { ...step, blocks };
  const messages = step.options.messages.map((message) => ({ ...message, content: cleanText(message.content).text }));
  return { ...step, blocks, options: { ...step.options, messages } };
}
