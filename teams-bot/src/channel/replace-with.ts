import { GenaiError } from "@genai-office/shared/vocabulary";
import type { Conversation } from "./conversation";
import {
  cardActivity,
  fileActivity,
  messageActivities,
  shownFileActivity,
  type OutgoingActivity,
} from "./message-activities";
import type { Outgoing } from "./outgoing";
import type { Sender } from "./sender";

/**
 * Replaces an activity. Text and card cannot be in one replacement (the connector answers 400), so that the card then follows
 * as a message of its own; who repeats a replacement gives one of the two.
 */
export async function replaceWith(
  sender: Sender,
  conversation: Conversation,
  id: string,
  message: Outgoing,
): Promise<void> {
  const rest = restOf(conversation, message);
  const hasText = message.text !== "";
  if (isEmpty(message)) {
    const [first, ...others] = rest;
    // A file that is shown may take the place of its offer; an offer asks anew, and does so below.
    const isShown = message.shown !== undefined;
    if (isShown) await sender.replace(conversation, id, first!);
    for (const activity of isShown ? others : rest) await sender.post(conversation, activity);
    return;
  }
  const [first, ...others] = messageActivities(message, { withCard: !hasText });
  await sender.replace(conversation, id, first!);
  for (const activity of others) await sender.post(conversation, activity);
  const card = hasText ? cardActivity(message) : undefined;
  for (const activity of card === undefined ? rest : [card, ...rest]) await sender.post(conversation, activity);
}

/** What goes out beside the message itself. @throws GenaiError for a file outside of a personal chat */
export function restOf({ kind }: Conversation, message: Outgoing): OutgoingActivity[] {
  const file = fileActivity(message);
  if (file !== undefined && kind !== "personal")
    throw new GenaiError("host-unsupported", "files are offered in personal chats only");
  return [
    ...(message.shown === undefined ? [] : [shownFileActivity(message.shown)]),
    ...(file === undefined ? [] : [file]),
  ];
}

/** Neither text nor card. */
export function isEmpty({ text, card }: Outgoing): boolean {
  return text === "" && card === undefined;
}
