/** Where a conversation is, in our own shape: it is stored, and must outlive the SDK (reference page on Teams, 5.5). */
export interface Conversation {
  /** E.g. "msteams". */
  channelId: string;
  /** Address of the connector; checked against the allowed hosts when it came in. */
  serviceUrl: string;
  /** Id of the conversation, for channels with the thread's message in it. */
  id: string;
  kind: "personal" | "group" | "channel";
  tenant: string;
  /** Account of the bot in it. */
  bot: { id: string; name: string };
  /** Who wrote: account in the channel, and object id where the channel tells it. */
  person: { id: string; name: string; objectId: string };
  /** Language of the person's client, e.g. "ja-JP"; empty when the channel does not tell. */
  locale: string;
}

/** Name that people mention the bot by. */
export function botName({ bot }: Conversation): string {
  return bot.name.trim() === "" ? "bot" : bot.name;
}

/** Stable id of who wrote: the object id where the channel tells it, else the account; "" when it tells neither. */
export function personOf({ person }: Conversation): string {
  return person.objectId === "" ? person.id : person.objectId;
}
