import { diagnose } from "@genai-office/shared/pane";
import {
  createSummaryFlow,
  type SummaryFlow,
  type SummaryFlowOptions,
  type SummaryGate,
} from "@genai-office/shared/pane/summary";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { MailboxPort, MailHead, MailReading } from "../../mailbox";
import { placesOfMail } from "../mail-places";
import type { MailEvent } from "./mail-state";

export interface MailSessionOptions extends Pick<
  SummaryFlowOptions<MailReading>,
  "engine" | "offer" | "choices" | "translator" | "now"
> {
  connect(): Promise<{ port: MailboxPort }>;
  gate(): Promise<SummaryGate>;
  dispatch(event: MailEvent): void;
}

export interface MailSession extends SummaryFlow<MailReading> {
  /** Shows the selected message, and each one that is selected from now on. Returns the way to stop. */
  follow(mailbox: MailboxPort): () => void;
}

/**
 * The summary of the message that the pane shows. One rule holds everywhere: what is read and sent belongs to the message
 * whose subject stands above. When another one is selected, the work stops and the pane shows that one instead.
 */
export function createMailSession(options: MailSessionOptions): MailSession {
  /** The message shown; null when none is selected, undefined until the first look. */
  let shown: string | null | undefined;
  let mailboxNow: MailboxPort | undefined;
  const flow = createSummaryFlow<MailReading>({
    ...options,
    places: placesOfMail,
    async connect() {
      const { port } = await options.connect();
      return { read: (signal) => read(port, signal) };
    },
    requireCurrent(source) {
      if (mailboxNow !== undefined) update(mailboxNow);
      requireShown(source.itemId);
    },
    dispatch: (event) => options.dispatch(event),
  });

  function requireShown(itemId: string): void {
    if (shown !== itemId) throw new GenaiError("document-changed", "another message was selected", { retryable: true });
  }

  /** Follows Outlook's selection; stops what runs for another message. */
  function update(mailbox: MailboxPort): void {
    mailboxNow = mailbox;
    const head = mailbox.head();
    const now = head?.itemId ?? null;
    if (shown === now) return;
    if (shown !== undefined) flow.abandon();
    shown = now;
    options.dispatch({ type: "mail", mail: head });
    if (head !== undefined) void look(mailbox, head);
  }

  /** Finds the class of what is shown, for the badge; nothing leaves the pane. */
  async function look(mailbox: MailboxPort, head: MailHead): Promise<void> {
    try {
      const [reading, gate] = await Promise.all([mailbox.readItem(), options.gate()]);
      if (reading.itemId !== head.itemId) return;
      options.dispatch({
        type: "looked",
        itemId: head.itemId,
        foundClass: gate.judge(placesOfMail(reading)).class,
        hidden: reading.hidden ?? [],
      });
    } catch (thrown) {
      // The badge then says that nothing is known; a click tells what is wrong.
      diagnose("the message could not be looked at", thrown);
    }
  }

  async function read(mailbox: MailboxPort, signal: AbortSignal): Promise<MailReading> {
    // Outlook may have told nothing of a selection: the person pressed the button for the message that was shown.
    update(mailbox);
    const reading = await mailbox.readItem(signal);
    update(mailbox);
    requireShown(reading.itemId);
    return reading;
  }

  return {
    ...flow,
    follow(mailbox) {
      update(mailbox);
      return mailbox.onItemChanged(() => update(mailbox));
    },
  };
}
