import type { Element } from "domhandler";
import type { MailPart } from "./html-reading";
import { attributeOf } from "./parse-tree";

/** Class names and ids of mail programs. Outlook on the web writes `x_` before those of mails that it quotes. */
const names: Record<MailPart, ReadonlySet<string>> = {
  attribution: new Set(["moz-cite-prefix", "gmail_attr", "zmail_extra_hr", "reply-intro", "yahoo_quoted_header"]),
  head: new Set(["divrplyfwdmsg", "outlookmessageheader", "moz-email-headers-table", "replyforwardheader"]),
  quote: new Set([
    "olk_src_body_section",
    "yahoo_quoted",
    "mail-editor-reference-message-container",
    "ms-outlook-mobile-reference-message",
    "protonmail_quote",
    "tutanota_quote",
    "zmail_extra",
    "reply-quote",
  ]),
  signature: new Set([
    "gmail_signature",
    "moz-signature",
    "signature",
    "ms-outlook-mobile-signature",
    "applemailsignature",
    "protonmail_signature_block",
    "yahoo-signature",
    "ymail_android_signature",
    "ydpsignature",
    "_rc_sig",
    "zmail_signature",
    "bloop_sign",
  ]),
};

/** Outlook parts what it quotes from the answer by a line above the header. */
const ruled = /border-top\s*:\s*(?:solid|[^;]{1,40}\bsolid)\b/i;
const unruled = /(?:^|;)\s*border\s*:\s*none|border-width\s*:\s*1(?:\.0)?p[tx]\s+(?:0|medium)/i;

/** What the mail program marks an element as; undefined for most elements. */
export function mailPartOf(element: Element): MailPart | undefined {
  const words = `${attributeOf(element, "class") ?? ""} ${attributeOf(element, "id") ?? ""}`.toLowerCase();
  if (words.length > 1 && words.length < 500)
    for (const word of words.split(/\s+/)) {
      const plain = word.replace(/^(?:x_)+/, "");
      for (const part of ["attribution", "head", "quote", "signature"] as const)
        if (names[part].has(plain) || (part === "signature" && plain.startsWith("bloop_sign"))) return part;
    }
  if (element.name === "div") {
    const style = attributeOf(element, "style") ?? "";
    if (style.length < 500 && ruled.test(style) && unruled.test(style)) return "head";
  }
  return undefined;
}
