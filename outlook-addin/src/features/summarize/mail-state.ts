import { reduceSummary, type SummaryEvent, type SummaryState } from "@genai-office/shared/pane/summary";
import type { MailSource } from "../parts/mail-source";

export type MailState = SummaryState<MailSource>;

export type MailEvent =
  | SummaryEvent<MailSource>
  /** The message has gone. */
  | { type: "left" };

export const initialMailState: MailState = { work: { phase: "idle" } };

/** What happens on each event. With another message everything that belongs to the one before goes. */
export function reduceMail(state: MailState, event: MailEvent): MailState {
  if (event.type !== "left") return reduceSummary<MailSource, MailState>(state, event);
  return { ...initialMailState, notice: state.work.phase === "idle" ? undefined : "mail.switched" };
}
