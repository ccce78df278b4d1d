import PostalMime, { type Address, type Email } from "postal-mime";
import { calendarTexts } from "./calendar-texts";
import { holdFlow } from "./flowed-text";
import { decodeLegacyBytes } from "./legacy-bytes";

export interface MailAddress {
  name: string;
  address: string;
}

/** A mail as its file holds it. */
export interface ReadMail {
  subject: string;
  from: MailAddress | undefined;
  to: MailAddress[];
  cc: MailAddress[];
  /** As the header writes it, or ISO 8601 where it could be read. */
  date: string | undefined;
  messageId: string | undefined;
  inReplyTo: string | undefined;
  /** The alternatives of the body; undefined where the mail has none. */
  html: string | undefined;
  text: string | undefined;
  /** What calendar parts say in words. */
  calendar: string[];
  attachments: { fileName: string; mediaType: string; bytes: number }[];
}

/** Deeper nests of parts, and longer headers, are no mail's. A mail within the mail is somebody else's words, whatever its head says. */
const limits = { maxNestingDepth: 64, maxHeadersSize: 2 * 1024 * 1024, forceRfc822Attachments: true };

/**
 * Reads a mail in any charset the platform knows (also those that headers name wrongly: ISO-2022-JP, Shift_JIS and EUC-JP are
 * told by their bytes). Nested messages count as attachments. Broken parts are read as far as they go.
 * @param raw the file
 * @throws Error for nests and headers beyond the limits; nothing else that a mail holds makes it throw
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const decoded = decodeLegacyBytes(raw);
  const flow = holdFlow(decoded);
  const email: Email = await PostalMime.parse(flow?.raw ?? decoded, { ...limits, attachmentEncoding: "arraybuffer" });
  const addresses = (list: Address[] | undefined): MailAddress[] => (list ?? []).flatMap(flat);
  return {
    subject: (email.subject ?? "").replace(/\s*[\r\n]+\s*/g, " ").trim(),
    from: email.from === undefined ? undefined : flat(email.from)[0],
    to: addresses(email.to),
    cc: addresses(email.cc),
    date: email.date,
    messageId: email.messageId,
    inReplyTo: email.inReplyTo,
    html: given(email.html),
    text: given(email.text === undefined ? undefined : (flow?.release(email.text) ?? email.text)),
    calendar: email.attachments
      .filter(({ mimeType }) => /^(?:text\/calendar|application\/ics)$/i.test(mimeType))
      .flatMap(({ content }) =>
        calendarTexts(typeof content === "string" ? content : new TextDecoder().decode(content)),
      ),
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      fileName: filename ?? "",
      mediaType: mimeType,
      bytes: typeof content === "string" ? content.length : content.byteLength,
    })),
  };
}

function flat(address: Address): MailAddress[] {
  const members = address.group ?? [{ name: address.name, address: address.address }];
  return members
    .map(({ name, address: one }) => ({ name, address: one ?? "" }))
    .filter((one) => one.name !== "" || one.address !== "");
}

function given(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text;
}
