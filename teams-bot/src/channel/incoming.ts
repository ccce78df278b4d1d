import type { Conversation } from "./conversation";
import type { FilePlace } from "./outgoing";

/** A file that came with a message. Its bytes are fetched on demand; the channel knows from where, and whether it may. */
export interface IncomingFile {
  name: string;
  /** Media type as far as it is told; "" otherwise. */
  contentType: string;
  /**
   * At most `largest` bytes.
   * @throws GenaiError "input-too-large", "forbidden" for an address that is none of Microsoft 365's, "connection-failed"
   */
  fetch(largest: number, signal?: AbortSignal): Promise<Uint8Array>;
}

interface IncomingBase {
  conversation: Conversation;
  /** Id of the activity, for telling repeated deliveries; for invokes that have none, one made of their content. */
  activityId: string;
}

/** Somebody wrote to the bot. */
export interface WrittenMessage extends IncomingBase {
  kind: "message";
  /** Text without the mention of the bot; what was HTML is reduced to what it shows. */
  text: string;
  files: readonly IncomingFile[];
  /** Files came along that Teams keeps to itself: outside of personal chats no bot gets them. */
  filesWithheld: boolean;
}

/** A button of a card that was pressed (Action.Submit or Action.Execute); `data` is what the card sends, and the person's input. */
export interface CardPress extends IncomingBase {
  kind: "card";
  verb: string;
  data: Readonly<Record<string, unknown>>;
  /** Activity that holds the card; undefined when the channel does not tell. */
  cardActivity: string | undefined;
}

/** 👍 or 👎 below an answer. */
export interface GivenFeedback extends IncomingBase {
  kind: "feedback";
  helpful: boolean;
  /** Activity that it is about. */
  aboutActivity: string;
}

/** Yes or no to a file that was offered. */
export interface FileConsent extends IncomingBase {
  kind: "file-consent";
  accepted: boolean;
  /** What was given along with the offer. */
  context: Readonly<Record<string, unknown>>;
  /** Where the file is wanted; only after yes. It is put there by `Channel.putFile`. */
  place?: FilePlace;
  /** Activity of the offer; undefined when the channel does not tell. */
  offerActivity: string | undefined;
}

/** The bot was added to a conversation, or somebody installed it. */
export interface BotAdded extends IncomingBase {
  kind: "added";
}

/** A message action: first the dialog is asked for, then its buttons are pressed. Answered within 5 seconds, whatever it takes. */
export interface MessageAction extends IncomingBase {
  kind: "message-action";
  command: string;
  phase: "fetch" | "submit";
  /** The message that the menu was opened on: what it shows, and who wrote it. */
  message: { text: string; author: string };
  /** Of the dialog's card; empty when it is fetched. */
  data: Readonly<Record<string, unknown>>;
}

/** What is answered to a message action. */
export type DialogReply =
  /** A dialog with an Adaptive Card. */
  | { kind: "dialog"; title: string; card: object }
  /** A card for the box that the person writes in. Nothing is posted. */
  | { kind: "insert"; title: string; card: object }
  | { kind: "close" };

/**
 * Who hears of what comes in. What is noted when the promise resolves is not delivered again; a rejection makes the connector
 * deliver it once more, so that nothing may have happened by then that must not happen twice.
 */
export interface IncomingHandler {
  /** Resolves as soon as it is noted: within a second, not when it is answered. */
  onEvent(event: WrittenMessage | CardPress | GivenFeedback | FileConsent | BotAdded): Promise<void>;
  /** Resolves within 4 seconds. */
  onMessageAction(action: MessageAction): Promise<DialogReply>;
}
