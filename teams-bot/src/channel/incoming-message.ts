/** A message to the bot, in our own words: nothing behind the channel knows the SDK (DESIGN 5). */
export interface IncomingMessage {
  /** Text without the mention of the bot. */
  text: string;
  /** Language of the person's client, e.g. "ja-JP"; empty when the channel does not tell. */
  locale: string;
}

/** What the bot answers. Markdown as Teams reads it. */
export interface OutgoingMessage {
  text: string;
  /** Whether the text was made by a model or engine; Teams then shows its own label. */
  generated: boolean;
}

/** Answers one message; called after the channel has been told that the message arrived. Never throws. */
export type MessageHandler = (message: IncomingMessage, signal: AbortSignal) => Promise<OutgoingMessage>;
