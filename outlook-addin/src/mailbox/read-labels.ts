import { labelsOfMailHeader } from "@genai-office/shared/guards";
import type { ReceivedMessage } from "./message-item";

/** The headers are asked for beside the body; whoever waits for the body must not wait longer for them. */
const longestMs = 20_000;

/**
 * Stands for labels that Outlook could not tell although it says that it can: the gate takes the name for one that a person
 * has to answer for.
 */
export const unreadLabel = "（確認できない秘密度ラベル）";

/**
 * Names of the sensitivity labels of a received message, from its header `msip_labels` (Mailbox 1.8). Empty where this Outlook
 * offers no headers. `item.sensitivityLabel` (Mailbox 1.13) exists only while a message is being written. Never rejects.
 */
export function readLabels(item: ReceivedMessage): Promise<string[]> {
  if (item.getAllInternetHeadersAsync === undefined) return Promise.resolve([]);
  if (!Office.context.requirements.isSetSupported("Mailbox", "1.8")) return Promise.resolve([]);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve([unreadLabel]), longestMs);
    const finish = (labels: string[]): void => {
      clearTimeout(timer);
      resolve(labels);
    };
    try {
      item.getAllInternetHeadersAsync?.((result) =>
        finish(result.status === Office.AsyncResultStatus.Succeeded ? labelsOfHeaders(result.value) : [unreadLabel]),
      );
    } catch {
      // For example for want of a permission: the person is asked, as for every label that is not understood.
      finish([unreadLabel]);
    }
  });
}

/** The lines of `msip_labels`, continuation lines included (RFC 5322, 2.2.3). */
function labelsOfHeaders(headers: string): string[] {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, "");
  return [...unfolded.matchAll(/^msip_labels[ \t]*:(.*)$/gim)].flatMap(([, value]) => labelsOfMailHeader(value!));
}
