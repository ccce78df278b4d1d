import type { Conversation } from "./conversation";
import { sendFollowUp } from "./follow-up";
import { cardActivity, messageActivities } from "./message-activities";
import { filesOf, isEmpty, partsOf } from "./message-parts";
import type { FurtherMessages, Outgoing } from "./outgoing";
import type { Sender } from "./sender";

/**
 * Replaces an activity. Text and card cannot be in one replacement (the connector answers 400), so that the card then follows
 * as a message of its own. Without `further`, who repeats a replacement gives one of the two.
 */
export async function replaceWith(
  sender: Sender,
  conversation: Conversation,
  id: string,
  message: Outgoing,
  further?: FurtherMessages,
): Promise<void> {
  const files = filesOf(conversation, message);
  if (isEmpty(message)) {
    const [first, ...others] = files;
    // A file that is shown may take the place of its offer; an offer asks anew, and does so below.
    const isShown = message.shown !== undefined;
    if (isShown) await sender.replace(conversation, id, first![1]);
    return sendFollowUp(sender, conversation, isShown ? others : files, further);
  }
  const hasText = message.text !== "";
  const [first, ...others] = partsOf(messageActivities(message, { withCard: !hasText }));
  await sender.replace(conversation, id, first![1]);
  const card = hasText ? cardActivity(message) : undefined;
  const cards = card === undefined ? [] : [["card", card] as const];
  await sendFollowUp(sender, conversation, [...others, ...cards, ...files], further);
}
