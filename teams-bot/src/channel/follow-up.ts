import { asGenaiError } from "@genai-office/shared/vocabulary";
import type { Conversation } from "./conversation";
import type { OutgoingActivity } from "./message-activities";
import type { FurtherMessages } from "./outgoing";
import type { Sender } from "./sender";

/** What follows the first message of an answer, by name. */
export type FollowUp = readonly (readonly [name: string, activity: OutgoingActivity])[];

/** Everything that may follow; a text has at most so many further parts (message-activities.ts). */
const names = ["card", "shown", "file", ...Array.from({ length: 7 }, (_, index) => partName(index + 2))];

/** Name of a further part of a text; the first is no. 1. */
export function partName(number: number): string {
  return `part ${number}`;
}

/**
 * Says what follows the first message: what an earlier attempt has said is replaced, and taken away where the answer has no
 * such part any more.
 * @throws GenaiError
 */
export async function sendFollowUp(
  sender: Sender,
  conversation: Conversation,
  followUp: FollowUp,
  further: FurtherMessages | undefined,
): Promise<void> {
  for (const [name, activity] of followUp) {
    const standing = await further?.find(name);
    if (standing !== undefined && (await wasReplaced(sender, conversation, standing, activity))) continue;
    const id = await sender.post(conversation, activity);
    await further?.note(name, id);
  }
  for (const name of names) {
    const left = followUp.some(([said]) => said === name) ? undefined : await further?.find(name);
    if (left !== undefined) await sender.remove(conversation, left);
  }
}

async function wasReplaced(
  sender: Sender,
  conversation: Conversation,
  id: string,
  activity: OutgoingActivity,
): Promise<boolean> {
  try {
    await sender.replace(conversation, id, activity);
    return true;
  } catch (thrown) {
    if (asGenaiError(thrown).code !== "not-found") throw thrown;
    return false;
  }
}
