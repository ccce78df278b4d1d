import type { HiddenText } from "@genai-office/shared/guards";
import type { Block } from "@genai-office/shared/vocabulary";

export interface MailPerson {
  name: string;
  address: string;
}

/** Which message it is, without its body: what can be told at once. */
export interface MailHead {
  /**
   * Tells messages apart: Outlook's id and the conversation; conversation, subject and date where it has given no id. A draft is
   * another one after each event of Outlook's.
   */
  identity: string;
  /** "draft": a message that the person is writing. */
  kind: "received" | "draft";
  /** Undefined where Outlook knows none, such as for a new message. */
  conversation: string | undefined;
  /** Empty for a draft: Outlook tells it with the reading. */
  subject: string;
  from: MailPerson | undefined;
  date: Date | undefined;
  /** Of the mailbox's time at that date, or now: minutes east of Greenwich. */
  zoneOffset: number;
}

/** A file that came with the message. Its contents are never asked for. */
export interface MailAttachment {
  id: string;
  /** As a person sees it, without invisible characters. */
  name: string;
}

/** The body as Outlook gave it. */
export type MailBodyText = { html: string } | { text: string };

/** A reading of one message at one moment. */
export interface MailReading extends MailHead {
  to: MailPerson[];
  cc: MailPerson[];
  attachments: MailAttachment[];
  /** Untouched; only the readers of bodies look at it, which tell what is shown from what is hidden. */
  body: MailBodyText;
  /** What the body shows, by paragraphs. */
  blocks: Block[];
  /** What the body, the subject and the names hold without showing it: in none of them here, and not to be sent. */
  hidden?: HiddenText[];
  /** Names of the sensitivity labels in force. */
  labels: string[];
  /** SHA-256 (hex) of the blocks' text. */
  hash: string;
}

/** A text to be put into a message, from our own builder: no tag in it comes from a model. */
export interface DraftText {
  html: string;
  text: string;
}

/** Why nothing can be read. "unreadable": Outlook shows something that is no message of a mailbox, or a protected one. */
export type MailObstacle = "none" | "appointment" | "unreadable";

/** Little values that go with the mailbox, for this add-in and this person alone (roaming settings; 32 KB in all). */
export interface MailboxStore {
  get(key: string): unknown;
  /** Undefined takes the value away. Resolves when the mailbox has stored it. Rejects with `host-error` or `timeout`. */
  set(key: string, value: unknown): Promise<void>;
}

/**
 * The one way to the mailbox. Nothing is ever sent, no body is ever replaced. All failures are GenaiError: `document-unsupported`
 * when no message is selected that can be read, `document-protected` for an encrypted one, `document-empty` for one without
 * text, `document-changed` when the selection would not rest, `host-error`, `timeout`, `aborted`.
 */
export interface MailboxPort {
  /** The selected message as Outlook knows it now; undefined when there is none that can be read. */
  head(): MailHead | undefined;
  /** Why there is none; asked when `head` gives undefined. */
  obstacle(): MailObstacle;
  /** Whose mailbox it is. */
  owner(): MailPerson;
  /**
   * Reads the selected message, one reader at a time. Its identity is checked again after the body has come; when another
   * message was selected meanwhile that one is read instead, three attempts in all.
   */
  readItem(signal?: AbortSignal): Promise<MailReading>;
  /** Asks Outlook anew whether this is still the message it has selected. Rejects with `document-changed` when it is not. */
  confirm(reading: MailReading): Promise<void>;
  /**
   * Opens the form of a reply to this message with the text on top of what Outlook quotes; nothing is sent. The message is
   * confirmed right before. Rejects with `input-too-large` beyond `longestReplyHtml`, and as `confirm` does; after `host-error`
   * no form was opened, after `timeout` nobody knows.
   */
  openReply(reading: MailReading, draft: DraftText, all: boolean): Promise<OpenedReply>;
  /** Puts the text on top of this draft; nothing else of it changes. Rejects with `document-changed` for another draft. */
  insertAtTop(draft: MailHead, text: DraftText): Promise<void>;
  /** Undefined where this Outlook has none. */
  readonly store: MailboxStore | undefined;
  /**
   * Calls back after another message may have been selected, some time after the last of several events. Events get
   * lost and repeat themselves: the handler compares identities.
   */
  onItemChanged(handler: () => void): () => void;
}

/**
 * "elsewhere": another message was selected at the very moment, and the form may be a reply to that one. Outlook's forms name no
 * message, so that nobody can know it before.
 */
export type OpenedReply = "opened" | "elsewhere";

/** What a form of a reply takes (office-pitfalls 4.2): characters of HTML as JavaScript counts them. */
export const longestReplyHtml = 32 * 1024;
