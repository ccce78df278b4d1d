import { GenaiError, type ChatMessage, type ModelCard, type Step } from "../vocabulary";
import { answerMessages } from "./answer/answer";
import { askMessages } from "./ask/ask";
import { chatMessages } from "./chat";
import { continuedMessages } from "./continuation";
import type { MarkerSource } from "./fence";
import { withMaskingRule } from "./masked-words";
import { withMinistryWording } from "./ministry-wording";
import { minutesMessages } from "./minutes/minutes";
import { replyMessages } from "./reply/reply";
import { summarizeMessages } from "./summarize/summarize";
import { threadMessages } from "./thread/thread";
import { translateMessages } from "./translate/translate";

/**
 * Makes the messages of a step, as late as possible: in the relay, or in a runner that speaks to a model directly. A step
 * with words that a limit cut asks for the rest of them.
 * @param marker draws the word of the fence around the source; tests give a fixed one.
 * @throws GenaiError "model-cannot-do-task" when the card does not list the step's task.
 */
export function composeMessages(step: Step, card: ModelCard, marker?: MarkerSource): ChatMessage[] {
  if (!card.tasks.includes(step.task)) {
    throw new GenaiError("model-cannot-do-task", `${card.id} is not listed for ${step.task}`);
  }
  const messages = withMaskingRule(withMinistryWording(messagesOf(step, marker), step), step);
  return step.written === undefined ? messages : continuedMessages(messages, step.written, step);
}

function messagesOf(step: Step, marker: MarkerSource | undefined): ChatMessage[] {
  switch (step.task) {
    case "summarize":
      return summarizeMessages(step, marker);
    case "chat":
      return chatMessages(step);
    case "translate":
      return translateMessages(step, marker);
    case "minutes":
      return minutesMessages(step, marker);
    case "reply":
      return replyMessages(step, marker);
    case "thread":
      return threadMessages(step, marker);
    case "answer":
      return answerMessages(step, marker);
    case "ask":
      return askMessages(step);
    case "research":
      throw new GenaiError("model-cannot-do-task", "an AI app takes a form, not messages");
  }
}
