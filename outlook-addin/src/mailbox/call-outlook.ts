import { GenaiError } from "@genai-office/shared/vocabulary";

/** Outlook may never answer (office-pitfalls O4: frozen consumer mailboxes). Milliseconds. */
export const longestWaitMs = 20_000;

/**
 * Asks Outlook something and waits for the answer. Rejects with `aborted`, `timeout`, or `host-error` (Outlook's own error, or a
 * call that it threw out of at once, for example for want of a permission or for a text that is too long).
 * @param ask makes the call with the callback it is given
 */
export function callOutlook<Value>(
  what: string,
  ask: (answer: (result: Office.AsyncResult<Value>) => void) => void,
  { signal, waitMs = longestWaitMs }: { signal?: AbortSignal | undefined; waitMs?: number } = {},
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => finish(() => reject(new GenaiError("timeout", `Outlook did not answer: ${what}`, { retryable: true }))),
      waitMs,
    );
    const abort = () => finish(() => reject(new GenaiError("aborted", "cancelled by the person")));
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      settle();
    };
    if (signal?.aborted === true) {
      abort();
      return;
    }
    signal?.addEventListener("abort", abort, { once: true });
    const failed = (cause: unknown) =>
      finish(() =>
        reject(new GenaiError("host-error", `Outlook could not do it: ${what}`, { retryable: true, cause })),
      );
    try {
      ask((result) => {
        if (result.status === Office.AsyncResultStatus.Succeeded) finish(() => resolve(result.value));
        else failed(result.error);
      });
    } catch (thrown) {
      failed(thrown);
    }
  });
}
