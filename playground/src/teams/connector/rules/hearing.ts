import { isRecord, type WireActivity } from "../activity";
import type { ConnectorConversation } from "../conversation-store";

/** Resource-specific permission without which no bot hears when a meeting begins and ends (reference page on Teams, 9.2). */
export const meetingEventsPermission = "OnlineMeeting.ReadBasic.Chat";

/**
 * Does Teams bring it to the bot? In a personal chat everything; in groups, meetings and channels messages that mention the bot and
 * what is done with its own cards; the events of a meeting only with their permission.
 */
export function isHeard(
  activity: WireActivity,
  { kind, meeting }: ConnectorConversation,
  { bot, permissions }: { bot: string; permissions: readonly string[] },
): boolean {
  if (activity.type === "event") return meeting !== undefined && permissions.includes(meetingEventsPermission);
  if (kind === "personal" || activity.type !== "message" || activity["value"] !== undefined) return true;
  return (activity.entities ?? []).some(({ type, mentioned }) => {
    return type === "mention" && isRecord(mentioned) && mentioned["id"] === bot;
  });
}
