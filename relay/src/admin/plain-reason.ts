import { GenaiError } from "@genai-office/shared/vocabulary";
import { longestReason } from "../kill-switch/switch";

/** Controls, and marks that turn the direction of text or cannot be seen: nothing an operator means to type. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * The reason as people will see it: one line of plain text. Line ends become spaces, what cannot be seen goes.
 * @throws GenaiError "bad-request" when it is too long
 */
export function plainReason(typed: string): string {
  const reason = typed
    .replace(/[\t\r\n]+/g, " ")
    .replace(unseen, "")
    .trim();
  if (reason.length > longestReason) throw new GenaiError("bad-request", "the reason is too long");
  return reason;
}
