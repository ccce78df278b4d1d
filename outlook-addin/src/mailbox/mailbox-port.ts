import type { HiddenText } from "@genai-office/shared/guards";
import type { Block } from "@genai-office/shared/vocabulary";

export interface MailSender {
  name: string;
  address: string;
}

/** Which message it is, without its body: what can be told at once. */
export interface MailHead {
  /** Id of the message; made of its other marks where Outlook has given it none yet. */
  itemId: string;
  subject: string;
  from: MailSender | undefined;
  date: Date | undefined;
}

/** A reading of one message at one moment. */
export interface MailReading extends MailHead {
  /** What the body shows, by paragraphs. */
  blocks: Block[];
  /** What the body, the subject and the names hold without showing it: in none of them here, and not to be sent. */
  hidden?: HiddenText[];
  /** Names of the sensitivity labels in force. */
  labels: string[];
  /** SHA-256 (hex) of the blocks' text. */
  hash: string;
}

/**
 * The one way to the mailbox. Nothing is ever written into it. All failures are GenaiError: `document-unsupported` when
 * no received message is selected, `document-empty` for one without text, `document-changed` when the selection
 * would not rest, `host-error`, `timeout`, `aborted`.
 */
export interface MailboxPort {
  /** The selected message as Outlook knows it now; undefined when there is none that can be read. */
  head(): MailHead | undefined;
  /**
   * Reads the selected message. Its identity is checked again after the body has come; when another message was
   * selected meanwhile that one is read instead, three attempts in all.
   */
  readItem(signal?: AbortSignal): Promise<MailReading>;
  /**
   * Calls back after another message may have been selected, some time after the last of several events. Events get
   * lost and repeat themselves: the handler compares ids.
   */
  onItemChanged(handler: () => void): () => void;
}
