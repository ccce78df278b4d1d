import { botName, type Conversation } from "../../channel/conversation";
import { escapeMarkdown } from "../../escape-markdown";
import { daysOf } from "./days-of";
import type { Words } from "./words";

/** What the bot can do here. In a group it hears mentions only, gets no files, and what is remembered is everybody's. */
export function helpText({ text }: Words, conversation: Conversation, memoryMs: number): string {
  if (conversation.kind === "personal") return text("help");
  return text("helpGroup", { bot: escapeMarkdown(botName(conversation)), days: daysOf(memoryMs) });
}
