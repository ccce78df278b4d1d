import { MailboxError, MailboxNotImplemented, mailboxError } from "./mailbox-error";
import type { MailboxHost } from "./mailbox-host";
import type { NewAttachment } from "./store";

/**
 * The file behind an address, which Outlook gets for the add-in.
 * @throws MailboxNotImplemented when the page has given the host no way to get files
 */
export async function attachedUrl(
  { fetchFile }: MailboxHost,
  name: string,
  url: string,
  isInline: boolean,
): Promise<NewAttachment> {
  if (fetchFile === undefined) throw new MailboxNotImplemented("Item.addFileAttachmentAsync (no fetchFile)");
  try {
    const { bytes, contentType } = await fetchFile(url);
    return { name, contentType, kind: "file", isInline, bytes, ...(isInline && { contentId: name }) };
  } catch {
    // Outlook tells the add-in no more than this, whatever the reason was.
    throw new MailboxError(mailboxError.invalidAttachmentPath);
  }
}

/** A mail of the mailbox as an attachment: its headers and its text. */
export function attachedItem({ store, html }: MailboxHost, name: string, itemId: string): NewAttachment {
  const mail = store.mail(itemId);
  if (mail === undefined) throw new MailboxError(mailboxError.itemNotFound);
  const head = mail.headers === "" ? `Subject: ${mail.subject}\r\nMessage-ID: ${mail.messageId}` : mail.headers;
  const body = mail.html === undefined ? mail.text : html.toText(mail.html);
  const bytes = new TextEncoder().encode(`${head.trimEnd()}\r\n\r\n${body}`);
  return { name, contentType: "message/rfc822", kind: "item", isInline: false, bytes };
}

/** Attachments of a form as office.js sends them: `["file", name, url, isInline]`, `["item", name, itemId]`. */
export function attachedAll(mailbox: MailboxHost, list: unknown): Promise<NewAttachment[]> {
  const rows = Array.isArray(list) ? (list as unknown[][]) : [];
  return Promise.all(
    rows.map(async ([type, name, source, isInline]) =>
      type === "item"
        ? attachedItem(mailbox, String(name), String(source))
        : attachedUrl(mailbox, String(name), String(source), isInline === true),
    ),
  );
}
