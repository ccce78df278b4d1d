import { charsetNamed, decodeBytes, tellCharset } from "../../charsets";
import { latinOf } from "./mail-parts";
import type { PartHead } from "./part-head";
import { fromBase64, fromQuotedPrintable } from "./transfer-encoding";

/**
 * The text of a part whose bytes are in another charset than its head says, or in one that the platform decodes wrongly;
 * undefined where the reader of mails reads it rightly, and for what is no text.
 */
export function mendedText(head: PartHead, body: Uint8Array): string | undefined {
  const { type, charset, encoding, disposition } = head;
  const isText = /^text\/(?:plain|html)$/.test(type) && disposition !== "attachment";
  if (!isText && !/^(?:text\/calendar|application\/ics)$/.test(type)) return undefined;
  const bytes =
    encoding === "base64"
      ? fromBase64(latinOf(body))
      : encoding === "quoted-printable"
        ? fromQuotedPrintable(latinOf(body))
        : body;
  const named = charset ?? (type === "text/html" ? charsetOfPage(bytes) : undefined);
  const text = decodeBytes(bytes, tellCharset(bytes, named)).replace(/^\ufeff/, "");
  if (head.isSound && text === asRead(bytes, charset)) return undefined;
  return encoding === "base64" ? text : text.replace(/\r\n?/g, "\n");
}

/** What the reader makes of the bytes with the platform's decoder. */
function asRead(bytes: Uint8Array, charset: string | undefined): string | undefined {
  const named = charset === undefined ? "utf-8" : charsetNamed(charset);
  return named === undefined ? undefined : new TextDecoder(named).decode(bytes);
}

/** A page says its charset itself: `<meta charset=…>`, or in http-equiv. */
function charsetOfPage(bytes: Uint8Array): string | undefined {
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w.:-]+)/i.exec(latinOf(bytes.subarray(0, 4096)))?.[1];
}
