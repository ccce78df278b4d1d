import type { Finding } from "../../vocabulary";
import { isUsualHiding, type HiddenText } from "./hidden-text";
import { findInstructions } from "./instructions/find-instructions";

const mostFindings = 20;
const longestQuoted = 120;

/**
 * `hidden-text` { text, reason } for what a source hides and ordinary senders do not, and for any hidden text that orders an AI
 * about. It was kept back; a person should know of it.
 */
export function hiddenFindings(hidden: readonly HiddenText[]): Finding[] {
  return hidden
    .filter((one) => !isUsualHiding(one) || findInstructions(one.text).length > 0)
    .slice(0, mostFindings)
    .map(({ text, reason }) => ({
      guard: "injection",
      code: "hidden-text",
      severity: "warning",
      values: { text: text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text, reason },
    }));
}
