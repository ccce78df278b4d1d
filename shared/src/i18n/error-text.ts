import type { GenaiErrorCode } from "../vocabulary";
import type { MessageKey, Translator } from "./translator";

/** Every code has a text: a code added to the vocabulary without one is a compile error here. */
const keyOf = (code: GenaiErrorCode): MessageKey => `error.${code}` satisfies MessageKey;

/** What happened, that the document is unchanged, and what to do now. */
export function errorText(t: Translator, code: GenaiErrorCode): string {
  return t(keyOf(code));
}

/** Only what happened, in one sentence without its full stop: for a line of a list. */
export function errorCause(t: Translator, code: GenaiErrorCode): string {
  return errorText(t, code).split(/。|\.(?:\s|$)/)[0] ?? "";
}
