import { createSummaryFlow, type SummaryFlow, type SummaryFlowOptions } from "@genai-office/shared/pane/summary";
import type { MailReading } from "../../mailbox";
import type { MailSource } from "../parts/mail-source";
import type { MailSelection } from "../selection/mail-selection";
import { leftOutOf } from "../work/left-out";
import { readSource } from "../work/read-source";
import type { MailEvent } from "./mail-state";

export interface MailSessionOptions extends Pick<
  SummaryFlowOptions<MailSource>,
  "engine" | "offer" | "choices" | "translator" | "now"
> {
  selection: Pick<MailSelection, "read" | "requireCurrent">;
  /** Cuts what was read into what leaves, by the person's choice of parts. */
  cut(reading: MailReading): Promise<MailSource>;
  dispatch(event: MailEvent): void;
}

export type MailSession = SummaryFlow<MailSource>;

/** The summary of the message that the pane shows; see `createMailTask`. */
export function createMailSession(options: MailSessionOptions): MailSession {
  const { selection } = options;
  return createSummaryFlow<MailSource>({
    ...options,
    places: ({ places }) => places,
    connect: () => Promise.resolve({ read: (signal) => readSource(selection, (mail) => options.cut(mail), signal) }),
    requireCurrent: ({ reading }) => selection.requireCurrent(reading),
    leaving: leftOutOf,
  });
}
