import { botName, type Conversation } from "../../channel/conversation";
import { escapeMarkdown } from "../../escape-markdown";
import { daysOf } from "../texts/days-of";
import type { Words } from "../texts/words";

export interface MemoryUse {
  /** Turns before that an answer goes on from. */
  remembered: number;
  /** Turns before that had no room. */
  forgotten: number;
}

/**
 * What an answer says of the memory of its conversation, and how to forget it. In a group it is said from the first answer on: what
 * one asks there goes on with the questions of all.
 */
export function memoryNote(
  { text }: Words,
  conversation: Conversation,
  { remembered, forgotten }: MemoryUse,
  memoryMs: number,
): string {
  const isGroup = conversation.kind !== "personal";
  const bot = escapeMarkdown(botName(conversation));
  const told: string[] = [];
  if (isGroup && remembered === 0) told.push(text("remembersGroup", { bot, days: daysOf(memoryMs) }));
  else if (isGroup) told.push(text("rememberedGroup", { bot, count: remembered }));
  else if (remembered > 0) told.push(text("remembered", { count: remembered }));
  if (forgotten > 0) told.push(text("dropped", { count: forgotten }));
  return told.join("");
}
