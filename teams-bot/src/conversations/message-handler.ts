import type { Outgoing } from "../channel";

/** A message to the bot, as far as its answer depends on it. */
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

export type OutgoingMessage = Outgoing;

/** Posts a message into the conversation before the answer is there. */
export type Post = (message: OutgoingMessage) => Promise<void>;

/** Answers one message; called after the channel has been told that the message arrived. Never throws. */
export type MessageHandler = (message: IncomingMessage, signal: AbortSignal, post: Post) => Promise<OutgoingMessage>;
