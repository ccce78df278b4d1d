import type { MailReading } from "../../mailbox";
import type { PartsChoice, PartsUsed } from "./parts-choice";

/** The parts of a message, and what a person may do with them. */
export interface PartsProps {
  reading: MailReading;
  /** How many earlier mails the message quotes; undefined until they are counted. */
  quoted: number | undefined;
  choice: PartsChoice;
  /** What the task that is shown uses: nothing else is named. */
  used: PartsUsed;
  onChange(choice: PartsChoice): void;
  /** The person wants to know: they may be counted. */
  onOpen(): void;
  /** Nothing may be changed while something runs on it. */
  disabled: boolean;
}
