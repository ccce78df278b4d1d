import type { Conversation } from "./conversation";

/** A source that a text refers to as [1], [2] ... */
export interface Citation {
  /** At most 80 characters reach Teams. */
  name: string;
  /** Words of the source; at most 160 characters reach Teams. */
  abstract: string;
  url?: string;
}

/**
 * Where Teams wants a file that somebody accepted. JSON, so that it outlives the process; the address carries its own
 * permission and is a secret as long as it lasts.
 */
export interface FilePlace {
  name: string;
  address: string;
  /** Where the person opens it, once it is there. */
  contentUrl: string;
  uniqueId: string;
  fileType: string;
}

/** What the bot says. Markdown as Teams reads it; limits of Teams are the channel's concern, not the caller's. */
export interface Outgoing {
  text: string;
  /** Made by a model or engine: Teams then shows its own label. */
  generated: boolean;
  citations?: readonly Citation[];
  /** Asks for 👍 or 👎. */
  feedback?: boolean;
  /** Adaptive Card 1.5; goes out as a message of its own where text and card must not be in one. */
  card?: object;
  /** Offers a file by file consent; personal chats only. */
  file?: { name: string; bytes: number; description: string; acceptContext: object; declineContext: object };
  /** Shows a file that was put in its place, with a link to open it; beside a text it is a message of its own. */
  shown?: FilePlace;
}

/** An answer that is shown while it is written. Every call resolves when the connector took it, or fails with a GenaiError. */
export interface AnswerStream {
  /** A line about what is being done, before the first words. */
  inform(line: string): void;
  /** The whole text so far; what is sent when is the stream's concern. Never fails. */
  show(text: string): void;
  /** Aborted when the person pressed stop. */
  readonly stopped: AbortSignal;
  /** The final message. @returns id of the activity that holds it */
  finish(message: Outgoing): Promise<string>;
  /** Sends nothing any more: the answer failed, and who knows the activity says so in its place. Resolves when all is quiet. */
  abandon(): Promise<void>;
}

/**
 * The messages that follow the first of an answer: further parts of its text, its card, a file. Who remembers them may say the
 * answer again: they are replaced, and none stands twice.
 */
export interface FurtherMessages {
  /** Activity that was posted under that name; undefined when there is none. */
  find(name: string): Promise<string | undefined>;
  /** Called with the id of a new activity before anything else is sent. */
  note(name: string, activity: string): Promise<void>;
}

export interface SpeechOptions {
  /** Called with the id of the new activity before anything else is said beside it. */
  onStarted?(activity: string): Promise<void>;
  further?: FurtherMessages;
}

/** How jobs speak into a conversation, long after its request was answered. */
export interface Speech {
  /** @returns id of the new activity; of the first, where the text needs several */
  post(conversation: Conversation, message: Outgoing, options?: SpeechOptions): Promise<string>;
  /** Replaces an activity; may be repeated, with `further` also for what needs several messages. */
  update(
    conversation: Conversation,
    activityId: string,
    message: Outgoing,
    options?: Pick<SpeechOptions, "further">,
  ): Promise<void>;
  /** Shows for some seconds that the bot is at it. Never fails, and is not repeated: what matters comes behind it. */
  typing(conversation: Conversation): Promise<void>;
  /** Streams in personal chats; elsewhere one plain message at the end. */
  stream(conversation: Conversation, options?: StreamOptions): AnswerStream;
}

export interface StreamOptions extends SpeechOptions {
  /** Activity of a stream that broke off, on whatever node: the answer replaces it, and nothing new is posted. */
  activity?: string;
}
