import { reduceSummary, type SummaryEvent, type SummaryState } from "@genai-office/shared/pane/summary";
import type { MailReading } from "../../mailbox";

export type MailState = SummaryState<MailReading>;

export type MailEvent =
  | SummaryEvent<MailReading>
  /** The message has gone. */
  | { type: "left" };

export const initialMailState: MailState = { work: { phase: "idle" } };

/** What happens on each event. With another message everything that belongs to the one before goes. */
export function reduceMail(state: MailState, event: MailEvent): MailState {
  if (event.type !== "left") return reduceSummary<MailReading, MailState>(state, event);
  return { ...initialMailState, notice: state.work.phase === "idle" ? undefined : "mail.switched" };
}
