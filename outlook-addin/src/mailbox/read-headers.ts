import { callOutlook } from "./call-outlook";
import type { ReceivedMessage } from "./message-item";

/** The headers of a message; "untold" where Outlook could not tell them although it says that it can. */
export type MailHeaders = { told: string } | "untold" | "not offered";

/**
 * Internet headers of a received message (Mailbox 1.8), with continuation lines joined (RFC 5322, 2.2.3). Never rejects: whoever
 * waits for the body must not wait longer for them, and their absence is a finding of its own.
 */
export async function readHeaders(item: ReceivedMessage): Promise<MailHeaders> {
  if (item.getAllInternetHeadersAsync === undefined) return "not offered";
  if (!Office.context.requirements.isSetSupported("Mailbox", "1.8")) return "not offered";
  try {
    const raw = await callOutlook<string>("headers", (answer) => item.getAllInternetHeadersAsync?.(answer));
    return { told: raw.replace(/\r?\n[ \t]+/g, "") };
  } catch {
    // For example for want of a permission: the person is asked for the class, as for every label that is not understood.
    return "untold";
  }
}

/**
 * True when the headers are those of another message than the item that office.js shows: it answers about what is selected by
 * then, also when the event of the selection was lost (office-pitfalls O2, O6).
 */
export function areOfAnother(headers: MailHeaders, item: Pick<ReceivedMessage, "internetMessageId">): boolean {
  const own = bare(item.internetMessageId);
  if (typeof headers !== "object" || own === "") return false;
  const told = bare(/^message-id[ \t]*:(.*)$/im.exec(headers.told)?.[1]);
  return told !== "" && told !== own;
}

function bare(id: string | undefined): string {
  return (id ?? "").trim().replace(/^<|>$/g, "").trim();
}
