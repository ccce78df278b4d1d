import type { ChatMessage, ChatStep } from "../vocabulary";

/** Version of the chat "prompt": messages as they came. */
export const chatPromptVersion = "chat/1";

/**
 * Passes a chat's messages through. Several system texts become one at the front, because some chat templates refuse
 * a second one; empty system texts are dropped. A chat's words are all in its messages: its blocks are not added.
 */
export function chatMessages(step: ChatStep): ChatMessage[] {
  const system = step.options.messages
    .filter((message) => message.role === "system" && message.content.trim() !== "")
    .map((message) => message.content);
  const others = step.options.messages.filter((message) => message.role !== "system");
  return system.length === 0 ? others : [{ role: "system", content: system.join("\n\n") }, ...others];
}
