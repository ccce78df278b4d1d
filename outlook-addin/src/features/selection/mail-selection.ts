import { diagnose } from "@genai-office/shared/pane";
import type { SummaryGate } from "@genai-office/shared/pane/summary";
import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import type { MailboxPort, MailHead, MailReading } from "../../mailbox";
import { placesOfMail } from "../mail-places";
import type { SelectionEvent } from "./selection-state";

/** For so long Outlook may show no message between two, or while a reply opens (office-pitfalls O1). Milliseconds. */
const gapMs = 700;

export interface MailSelectionOptions {
  connect(): Promise<{ port: MailboxPort }>;
  gate(): Promise<SummaryGate>;
  dispatch(event: SelectionEvent): void;
  /** Resolves when a message may be looked at without a click. */
  attention(): Promise<void>;
  /** The message before has gone: what runs for it stops, and its results go. */
  onLeave(): void;
}

/** Follows the message that Outlook shows. */
export interface MailSelection {
  /** Shows the selected message, and each one that is selected from now on. Returns the way to stop. */
  follow(mailbox: MailboxPort): () => void;
  /** Waits for Outlook and reads the message that is shown; rejects when another one came instead. */
  read(signal: AbortSignal): Promise<MailReading>;
  /** Throws `document-changed` when the message is not the one that is shown and selected. */
  requireCurrent(reading: Pick<MailReading, "identity">): void;
  /** 読み直す: looks again at what is selected, whatever Outlook has told. */
  refresh(): void;
}

/**
 * One rule holds everywhere: what is read, sent and written belongs to the message whose subject stands above. When another one
 * is selected, the work stops and the pane shows that one instead.
 */
export function createMailSelection(options: MailSelectionOptions): MailSelection {
  /** Identity of the message shown; null when none is selected, undefined until the first look. */
  let shown: string | null | undefined;
  let mailboxNow: MailboxPort | undefined;
  let looking: AbortController | undefined;
  let gap: ReturnType<typeof setTimeout> | undefined;

  /** Follows Outlook's selection; stops what runs for another message. */
  function update(mailbox: MailboxPort, isSettled = false): void {
    mailboxNow = mailbox;
    clearTimeout(gap);
    const head = mailbox.head();
    const now = head?.identity ?? null;
    if (shown === now) return;
    if (now === null && !isSettled && typeof shown === "string") {
      gap = setTimeout(() => update(mailbox, true), gapMs);
      return;
    }
    show(mailbox, head);
  }

  function show(mailbox: MailboxPort, head: MailHead | undefined): void {
    looking?.abort();
    if (shown !== undefined) options.onLeave();
    shown = head?.identity ?? null;
    options.dispatch({ type: "mail", mail: head, obstacle: mailbox.obstacle() });
    if (head !== undefined) void look(mailbox, head);
  }

  /** Finds the class of what is shown, for the badge; nothing leaves the pane. */
  async function look(mailbox: MailboxPort, { identity }: MailHead): Promise<void> {
    looking?.abort();
    const own = new AbortController();
    looking = own;
    try {
      await options.attention();
      if (own.signal.aborted) return;
      const [reading, gate] = await Promise.all([mailbox.readItem(own.signal), options.gate()]);
      if (reading.identity !== identity || own.signal.aborted) return;
      options.dispatch({ type: "looked", reading, foundClass: gate.judge(placesOfMail(reading)).class });
    } catch (thrown) {
      if (own.signal.aborted) return;
      // The badge then says that nothing is known; the pane says why, and a click tells the rest.
      diagnose("the message could not be looked at", thrown);
      options.dispatch({ type: "unread", identity, error: asGenaiError(thrown) });
    }
  }

  function requireCurrent({ identity }: Pick<MailReading, "identity">): void {
    // Outlook may show no message for a moment; nothing is sent or written in that moment either.
    if (mailboxNow !== undefined) update(mailboxNow);
    if (shown !== identity || mailboxNow?.head()?.identity !== identity) {
      throw new GenaiError("document-changed", "another message was selected", { retryable: true });
    }
  }

  return {
    follow(mailbox) {
      update(mailbox);
      const stop = mailbox.onItemChanged(() => update(mailbox));
      return () => {
        clearTimeout(gap);
        looking?.abort();
        stop();
      };
    },
    async read(signal) {
      const { port } = await options.connect();
      // Outlook may have told nothing of a selection: the person pressed the button for the message that was shown.
      update(port, true);
      const reading = await port.readItem(signal);
      requireCurrent(reading);
      return reading;
    },
    requireCurrent,
    refresh() {
      const mailbox = mailboxNow;
      if (mailbox === undefined) return;
      update(mailbox, true);
      const head = mailbox.head();
      if (head !== undefined) void look(mailbox, head);
    },
  };
}
