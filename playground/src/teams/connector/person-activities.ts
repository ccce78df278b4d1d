import { randomUUID } from "node:crypto";
import type { SentFile, WireActivity } from "./activity";
import type { ConnectorConversation } from "./conversation-store";
import { connectorTenant, type ConnectorPerson } from "./people";

/** What every activity to the bot has. */
export interface ActivityFrame {
  serviceUrl: string;
  bot: { id: string; name: string };
  locale: string;
  /** Milliseconds since 1970. */
  at: number;
  id: string;
}

/** Fields that Teams puts on whatever it sends out of a conversation. */
export function personActivity(
  conversation: ConnectorConversation,
  person: ConnectorPerson,
  { serviceUrl, bot, locale, at, id }: ActivityFrame,
  further: Partial<WireActivity> & { type: string },
): WireActivity {
  const { kind, meeting } = conversation;
  // In a channel a conversation is a thread: the message that began it.
  const thread = kind === "channel" ? `;messageid=${further.replyToId ?? id}` : "";
  return {
    id,
    timestamp: new Date(at).toISOString(),
    localTimestamp: new Date(at).toISOString(),
    localTimezone: "Asia/Tokyo",
    channelId: "msteams",
    serviceUrl,
    from: { id: person.id, name: person.name, aadObjectId: person.objectId },
    recipient: { id: bot.id, name: bot.name },
    conversation: {
      id: `${conversation.id}${thread}`,
      conversationType: kind,
      tenantId: connectorTenant,
      ...(kind === "personal" ? {} : { isGroup: true, name: conversation.name }),
    },
    locale,
    entities: [{ type: "clientInfo", locale, country: "JP", platform: "Web", timezone: "Asia/Tokyo" }],
    ...further,
    channelData: {
      tenant: { id: connectorTenant },
      ...(meeting === undefined ? {} : { meeting: { id: meeting.id } }),
      ...further.channelData,
    },
  };
}

/** Fields of a message with the bot mentioned, as Teams writes it. */
export function mentioned(bot: { id: string; name: string }, text: string): Partial<WireActivity> {
  const mention = `<at>${bot.name}</at>`;
  return {
    text: `${mention} ${text}`,
    entities: [{ type: "mention", mentioned: { id: bot.id, name: bot.name }, text: mention }],
  };
}

/** How a file in a personal chat arrives (Teams documentation, "Send and receive files through the bot"). */
export function fileAttachment(
  { name, contentType = "" }: SentFile,
  downloadUrl: string,
  uniqueId: string,
): Record<string, unknown> {
  // Pictures are at the connector, and want the bot's token.
  if (contentType.startsWith("image/")) return { contentType, name, contentUrl: downloadUrl };
  return {
    contentType: "application/vnd.microsoft.teams.file.download.info",
    name,
    contentUrl: `https://ministry.sharepoint.example/personal/Documents/${encodeURIComponent(name)}`,
    content: { downloadUrl, uniqueId, fileType: name.split(".").at(-1) ?? "" },
  };
}

/**
 * What a bot gets of files outside of personal chats: the HTML of the message, which says where they stand, and nothing of them
 * (Teams documentation, "Send and receive files through the bot": personal scope only; the form of the HTML is believed).
 */
export function withheldFiles(text: string, count: number): Record<string, unknown>[] {
  if (count === 0) return [];
  const places = Array.from({ length: count }, () => `<attachment id="${randomUUID()}"></attachment>`);
  return [{ contentType: "text/html", content: `<p>${escaped(text)}</p>${places.join("")}` }];
}

/** A mention that was escaped with the text around it: in HTML it is a mark of its own. */
const mention = /&lt;at&gt;(.*?)&lt;\/at&gt;/g;

/** What a message action brings of the message it was called on (reference page on Teams, 5.3). */
export function messagePayload(
  conversation: ConnectorConversation,
  standing: { id: string; from: string; at: number; activity: WireActivity },
): Record<string, unknown> {
  const person = conversation.members.find(({ id }) => id === standing.from);
  const text = standing.activity.text ?? "";
  const paragraphs = text.split("\n").map((line) => `<p>${escaped(line).replace(mention, '<at id="0">$1</at>')}</p>`);
  return {
    id: standing.id,
    replyToId: null,
    createdDateTime: new Date(standing.at).toISOString(),
    importance: "normal",
    locale: "ja-jp",
    from:
      person === undefined
        ? { application: { applicationIdentityType: "bot", id: standing.from } }
        : { user: { userIdentityType: "aadUser", id: person.objectId, displayName: person.name } },
    body: { contentType: "html", content: (standing.activity["html"] as string | undefined) ?? paragraphs.join("") },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
