import { createSummaryFlow, type SummaryFlow, type SummaryFlowOptions } from "@genai-office/shared/pane/summary";
import type { MailReading } from "../../mailbox";
import { placesOfMail } from "../mail-places";
import type { MailSelection } from "../selection/mail-selection";
import type { MailEvent } from "./mail-state";

export interface MailSessionOptions extends Pick<
  SummaryFlowOptions<MailReading>,
  "engine" | "offer" | "choices" | "translator" | "now"
> {
  selection: Pick<MailSelection, "read" | "requireCurrent">;
  dispatch(event: MailEvent): void;
}

export type MailSession = SummaryFlow<MailReading>;

/** The summary of the message that the pane shows; names of attachments do not leave for it. */
export function createMailSession(options: MailSessionOptions): MailSession {
  const { selection } = options;
  return createSummaryFlow<MailReading>({
    ...options,
    places: (reading) => placesOfMail(reading),
    connect: () => Promise.resolve({ read: (signal) => selection.read(signal) }),
    requireCurrent: (reading) => selection.requireCurrent(reading),
  });
}
