import PostalMime, { type Address, type Attachment } from "postal-mime";
import type { MailPerson, NewAttachment, NewMail } from "../store";
import { headerBlock, headerLength } from "./header-block";
import { withSingleEscapes } from "./single-escapes";

/** Deeper nests of parts, and longer headers, are no mail's. */
const limits = { maxNestingDepth: 64, maxHeadersSize: 2 * 1024 * 1024, forceRfc822Attachments: true };

export interface EmlOptions {
  /** When a mail without a date of its own was received. Default: now. */
  readonly received?: Date;
}

/**
 * A mail out of its file (RFC 5322, MIME), for `MailStore.add`. Nested mails become attachments of kind "item". Charsets are
 * those that the file declares.
 * @throws Error for nests and headers beyond the limits; nothing else that a file holds makes it throw
 */
export async function mailFromEml(bytes: Uint8Array, options: EmlOptions = {}): Promise<NewMail> {
  const email = await PostalMime.parse(withSingleEscapes(bytes, headerLength(bytes)), {
    ...limits,
    attachmentEncoding: "arraybuffer",
  });
  const [from] = people([email.from]);
  const [sender] = people([email.sender]);
  const written = email.date === undefined ? Number.NaN : Date.parse(email.date);
  const html = given(email.html);
  return {
    subject: oneLine(email.subject ?? ""),
    from,
    sender: sender ?? from,
    replyTo: people(email.replyTo),
    to: people(email.to),
    cc: people(email.cc),
    bcc: people(email.bcc),
    received: Number.isNaN(written) ? (options.received ?? new Date()) : new Date(written),
    ...(email.messageId !== undefined && { messageId: email.messageId }),
    inReplyTo: messageIds(email.inReplyTo)[0],
    references: messageIds(email.references),
    html,
    text: email.text ?? "",
    headers: headerBlock(bytes),
    attachments: email.attachments.map((part) => attachment(part, html)),
  };
}

function people(list: readonly (Address | undefined)[] | undefined): MailPerson[] {
  return (list ?? [])
    .flatMap((address) => (address === undefined ? [] : (address.group ?? [address])))
    .map(({ name, address }) => ({ name: oneLine(name), address: address ?? "" }))
    .filter(({ name, address }) => name !== "" || address !== "");
}

function messageIds(text: string | undefined): string[] {
  return text?.match(/<[^<>\s]+>/g) ?? [];
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").trim();
}

function given(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text;
}

function attachment(part: Attachment, html: string | undefined): NewAttachment {
  const { content, mimeType } = part;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  const contentId = part.contentId?.replace(/^<|>$/g, "");
  const kind = mimeType === "message/rfc822" ? "item" : "file";
  // What the body shows stands in it, whatever the part says of itself.
  const shown = contentId !== undefined && html !== undefined && html.includes(`cid:${contentId}`);
  return {
    name: oneLine(part.filename ?? "") || (kind === "item" ? "message.eml" : "attachment"),
    contentType: mimeType,
    kind,
    isInline: kind === "file" && (shown || (part.disposition === "inline" && part.related === true)),
    bytes,
    ...(contentId !== undefined && { contentId }),
  };
}
