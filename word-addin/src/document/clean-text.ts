/** What XML cannot hold: controls other than tab and line breaks, and halves of surrogate pairs. */
const forbidden =
  /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without what Word would refuse. */
export function cleanText(text: string): string {
  return text.replace(forbidden, "");
}

/** Paragraphs as Word makes them: a line break begins a new one, so that what is read back can be compared. */
export function cleanParagraphs(paragraphs: string[]): string[] {
  return paragraphs.flatMap((paragraph) => cleanText(paragraph).split(/\r\n|[\n\r\v\f]/));
}
