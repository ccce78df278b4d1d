/** A message to the bot, in our own words: nothing behind the channel knows the SDK (DESIGN 5). */
export interface IncomingMessage {
  /** Text without the mention of the bot. */
  text: string;
  /** Language of the person's client, e.g. "ja-JP"; empty when the channel does not tell. */
  locale: string;
  /** Stable id of who wrote it; "" when the channel does not tell. */
  person: string;
  /** A one-to-one chat with the bot; what is asked there nobody else reads. */
  personal: boolean;
}

/** What the bot answers. Markdown as Teams reads it. */
export interface OutgoingMessage {
  text: string;
  /** Whether the text was made by a model or engine; Teams then shows its own label. */
  generated: boolean;
}

/** Posts a message into the conversation before the answer is there. */
export type Post = (message: OutgoingMessage) => Promise<void>;

/** Answers one message; called after the channel has been told that the message arrived. Never throws. */
export type MessageHandler = (message: IncomingMessage, signal: AbortSignal, post: Post) => Promise<OutgoingMessage>;
