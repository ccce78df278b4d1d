import { callOutlook } from "./call-outlook";
import type { DraftMessage, ReceivedMessage } from "./message-item";

/**
 * The body as HTML, which alone tells what of it is shown; Outlook makes some of a plain-text mail as well. Rejects as
 * `callOutlook` does.
 */
export function readBody(item: Pick<ReceivedMessage | DraftMessage, "body">, signal?: AbortSignal): Promise<string> {
  return callOutlook<string>("body", (answer) => item.body.getAsync(Office.CoercionType.Html, answer), { signal });
}
