import { base64 } from "./base64";
import { encodeText, type MailCharset } from "./charset";

/** Characters of an encoded word; with the charset's name around them none is longer than 75 (RFC 2047, 2). */
const wordLength = 12;

/** A header's text: as it is when it is ASCII, otherwise as encoded words, one a line. */
export function headerText(text: string, charset: MailCharset): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const signs = [...text];
  const words: string[] = [];
  for (let start = 0; start < signs.length; start += wordLength) {
    const bytes = encodeText(signs.slice(start, start + wordLength).join(""), charset);
    words.push(`=?${charset.toUpperCase()}?B?${base64(bytes)}?=`);
  }
  return words.join("\r\n ");
}

/** Name of an attachment as a parameter (RFC 2231). */
export function fileNameParameter(name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename*=UTF-8''${encoded}`;
}
