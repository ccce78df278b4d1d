/**
 * What XML 1.0 (2.2, "Characters") forbids: control characters other than tab and line breaks, lone surrogates, U+FFFE
 * and U+FFFF. Word refuses a document that holds one of them.
 */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu;

/** Text without what XML cannot hold. */
export function withoutForbiddenCharacters(text: string): string {
  return text.replace(forbidden, "");
}
