import { GenaiError } from "../vocabulary";

/**
 * Tells an engineer who has the developer tools open what happened behind a message, or why something was done
 * without. Only codes and the messages of our own errors: never a text of a document.
 */
export function diagnose(what: string, thrown: unknown): void {
  const detail = GenaiError.isInstance(thrown)
    ? `${thrown.code}: ${thrown.message}`
    : (thrown as Error | undefined)?.name;
  // eslint-disable-next-line no-console -- the one place of the panes that may
  console.warn(`${what} (${detail ?? "unknown"})`);
}
