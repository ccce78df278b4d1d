import { reduceSummary, type SummaryEvent, type SummaryState } from "@genai-office/shared/pane/summary";
import type { HiddenText } from "@genai-office/shared/guards";
import type { ConfidentialityClass } from "@genai-office/shared/vocabulary";
import type { MailHead, MailReading } from "../../mailbox";

export interface MailState extends SummaryState<MailReading> {
  /** The message that the pane shows; "none" when none can be read, undefined until Outlook is connected. */
  mail: MailHead | "none" | undefined;
  /** What the message holds without showing it. */
  hidden?: HiddenText[] | undefined;
}

export type MailEvent =
  | SummaryEvent<MailReading>
  /** Another message is selected; undefined: none. */
  | { type: "mail"; mail: MailHead | undefined }
  /** The class of a message that was looked at without a click. */
  | { type: "looked"; itemId: string; foundClass: ConfidentialityClass; hidden: HiddenText[] };

export const initialMailState: MailState = { work: { phase: "idle" }, mail: undefined };

/** What happens on each event. With another message everything that belongs to the one before goes. */
export function reduceMail(state: MailState, event: MailEvent): MailState {
  switch (event.type) {
    case "mail": {
      const mail = event.mail ?? "none";
      // The first message: a click may be waiting for it.
      if (state.mail === undefined) return { ...state, mail };
      return { ...initialMailState, mail, notice: state.work.phase === "idle" ? undefined : "mail.switched" };
    }
    case "looked": {
      const shown = typeof state.mail === "object" && state.mail.itemId === event.itemId;
      return shown ? { ...state, foundClass: event.foundClass, hidden: event.hidden } : state;
    }
    default:
      return reduceSummary<MailReading, MailState>(state, event);
  }
}
