import { GenaiError } from "@genai-office/shared/vocabulary";
import type { Conversation } from "./conversation";
import { partName, type FollowUp } from "./follow-up";
import { fileActivity, shownFileActivity, type OutgoingActivity } from "./message-activities";
import type { Outgoing } from "./outgoing";

/** Activities of one text, by name. */
export function partsOf(activities: readonly OutgoingActivity[]): FollowUp {
  return activities.map((activity, index) => [partName(index + 1), activity] as const);
}

/** Files that go out beside the message itself. @throws GenaiError for an offer outside of a personal chat */
export function filesOf({ kind }: Conversation, message: Outgoing): FollowUp {
  const file = fileActivity(message);
  if (file !== undefined && kind !== "personal")
    throw new GenaiError("host-unsupported", "files are offered in personal chats only");
  return [
    ...(message.shown === undefined ? [] : [["shown", shownFileActivity(message.shown)] as const]),
    ...(file === undefined ? [] : [["file", file] as const]),
  ];
}

/** Neither text nor card. */
export function isEmpty({ text, card }: Outgoing): boolean {
  return text === "" && card === undefined;
}
