import type { AskStep, ChatMessage } from "../../vocabulary";
import { englishSystem } from "./english";
import { japaneseSystem } from "./japanese";

/** Version of the ask prompt; audited with each step. A change of wording is a new number. */
export const askPromptVersion = "ask/1";

/**
 * Builds the messages of an ask step: the rules, what was said before in the conversation, and the question as the person
 * wrote it. It is not fenced: here the person's words are what the model is to follow.
 */
export function askMessages(step: AskStep): ChatMessage[] {
  const { language, question, history } = step.options;
  return [
    { role: "system", content: language === "ja" ? japaneseSystem : englishSystem },
    ...history.flatMap((turn): ChatMessage[] => [
      { role: "user", content: turn.question },
      { role: "assistant", content: turn.answer },
    ]),
    { role: "user", content: question.trim() },
  ];
}
