import { base64Lines } from "./base64";
import { encodeText, type MailCharset } from "./charset";
import { fileNameParameter, headerText } from "./encoded-words";

export interface MailPerson {
  readonly name: string;
  readonly address: string;
}

export interface MailFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A picture inside of the HTML body, which names it by `cid:`. */
export interface MailPicture extends MailFile {
  readonly contentId: string;
}

export interface Mail {
  /** Left of the @ of the message id. */
  readonly id: string;
  readonly from: MailPerson;
  readonly to: readonly MailPerson[];
  readonly cc?: readonly MailPerson[];
  readonly subject: string;
  /** Local time with its offset: "2026-11-09T10:12:00+09:00". */
  readonly sent: string;
  /** The mail that this one answers. */
  readonly answers?: Mail;
  readonly text: string;
  readonly html?: string;
  /** Of the texts and of the header. Default: UTF-8. */
  readonly charset?: MailCharset;
  /** What the header says of the program that wrote it. */
  readonly mailer?: string;
  readonly files?: readonly MailFile[];
  readonly pictures?: readonly MailPicture[];
}

interface Part {
  /** Header lines without the last line break. */
  readonly head: string;
  readonly body: Uint8Array;
}

/** The mail as a file (RFC 5322, MIME): the same bytes in every build. */
export function writeMail(mail: Mail): Uint8Array {
  const charset = mail.charset ?? "utf-8";
  const content = contentOf(mail, charset);
  const head = [
    `Received: from mail.${domainOf(mail)} by mx.gyosei.example.go.jp; ${headerDate(mail.sent)}`,
    `From: ${mailbox(mail.from, charset)}`,
    `To: ${mail.to.map((one) => mailbox(one, charset)).join(",\r\n ")}`,
    ...(mail.cc === undefined ? [] : [`Cc: ${mail.cc.map((one) => mailbox(one, charset)).join(",\r\n ")}`]),
    `Subject: ${headerText(mail.subject, charset)}`,
    `Date: ${headerDate(mail.sent)}`,
    `Message-ID: ${messageId(mail)}`,
    ...(mail.answers === undefined
      ? []
      : [
          `In-Reply-To: ${messageId(mail.answers)}`,
          `References: ${ancestors(mail.answers).map(messageId).join("\r\n ")}`,
        ]),
    ...(mail.mailer === undefined ? [] : [`X-Mailer: ${mail.mailer}`]),
    "MIME-Version: 1.0",
    content.head,
  ].join("\r\n");
  return joined([ascii(`${head}\r\n\r\n`), content.body, ascii("\r\n")]);
}

export function messageId(mail: Mail): string {
  return `<${mail.id}@${domainOf(mail)}>`;
}

function contentOf(mail: Mail, charset: MailCharset): Part {
  const text = textPart(mail.text, "plain", charset);
  const shown =
    mail.html === undefined
      ? text
      : multipart(mail, "alternative", [text, withPictures(mail, textPart(mail.html, "html", charset))]);
  if (mail.files === undefined) return shown;
  return multipart(mail, "mixed", [shown, ...mail.files.map((file) => filePart(file, "attachment"))]);
}

function withPictures(mail: Mail, html: Part): Part {
  if (mail.pictures === undefined) return html;
  const pictures = mail.pictures.map((picture) => {
    const { head, body } = filePart(picture, "inline");
    return { head: `${head}\r\nContent-ID: <${picture.contentId}>`, body };
  });
  return multipart(mail, "related", [html, ...pictures]);
}

/** UTF-8 goes as Base64, the older charsets as the bytes they are: that is how such mails come. */
function textPart(text: string, kind: "plain" | "html", charset: MailCharset): Part {
  const bytes = encodeText(text.replaceAll("\n", "\r\n"), charset);
  const type = `Content-Type: text/${kind}; charset=${charset.toUpperCase()}`;
  const encoding = { "utf-8": "base64", shift_jis: "8bit", "iso-2022-jp": "7bit" }[charset];
  return {
    head: `${type}\r\nContent-Transfer-Encoding: ${encoding}`,
    body: charset === "utf-8" ? ascii(base64Lines(bytes)) : bytes,
  };
}

function filePart({ name, mediaType, bytes }: MailFile, disposition: "attachment" | "inline"): Part {
  const head = [
    `Content-Type: ${mediaType}`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: ${disposition};\r\n ${fileNameParameter(name)}`,
  ].join("\r\n");
  return { head, body: ascii(base64Lines(bytes)) };
}

function multipart(mail: Mail, kind: "mixed" | "alternative" | "related", parts: readonly Part[]): Part {
  const boundary = `=_${kind}_${mail.id}`;
  const pieces = parts.flatMap(({ head, body }) => [ascii(`--${boundary}\r\n${head}\r\n\r\n`), body, ascii("\r\n")]);
  return {
    head: `Content-Type: multipart/${kind};\r\n boundary="${boundary}"`,
    body: joined([...pieces, ascii(`--${boundary}--\r\n`)]),
  };
}

function ancestors(mail: Mail): Mail[] {
  return mail.answers === undefined ? [mail] : [...ancestors(mail.answers), mail];
}

function mailbox({ name, address }: MailPerson, charset: MailCharset): string {
  return `${headerText(name, charset)} <${address}>`;
}

function domainOf(mail: Mail): string {
  return mail.from.address.split("@")[1]!;
}

/** RFC 5322, 3.3: "Mon, 09 Nov 2026 10:12:00 +0900". */
function headerDate(sent: string): string {
  const offset = sent.slice(-6);
  const local = new Date(`${sent.slice(0, -6)}Z`).toUTCString().replace("GMT", offset.replace(":", ""));
  return local;
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
