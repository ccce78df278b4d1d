import { GenaiError } from "@genai-office/shared/vocabulary";
import type { ReceivedMessage } from "./message-item";

/** Outlook may never answer (office-pitfalls O4: frozen consumer mailboxes). */
const longestMs = 20_000;

/**
 * The body as HTML, which alone tells what of it is shown; Outlook makes some of a plain-text mail as well. Rejects with `aborted`, `timeout`, or `host-error` (Outlook's own error, or a call that it
 * threw out of at once, for example for want of a permission).
 */
export function readBody(item: ReceivedMessage, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => finish(() => reject(new GenaiError("timeout", "Outlook did not answer", { retryable: true }))),
      longestMs,
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
      finish(() => reject(new GenaiError("host-error", "Outlook could not give the body", { retryable: true, cause })));
    try {
      item.body.getAsync(Office.CoercionType.Html, (result) => {
        if (result.status === Office.AsyncResultStatus.Succeeded) finish(() => resolve(result.value));
        else failed(result.error);
      });
    } catch (thrown) {
      failed(thrown);
    }
  });
}
