import type { MailReading } from "../../mailbox";
import type { MailSource } from "../parts/mail-source";
import type { MailSelection } from "../selection/mail-selection";

/**
 * Reads the message that is shown and cuts it into what leaves. Rejects as `MailSelection.read` does, also when another message
 * came while it was cut.
 */
export async function readSource(
  selection: Pick<MailSelection, "read" | "requireCurrent">,
  cut: (reading: MailReading) => Promise<MailSource>,
  signal: AbortSignal,
): Promise<MailSource> {
  const reading = await selection.read(signal);
  const source = await cut(reading);
  selection.requireCurrent(reading);
  return source;
}
