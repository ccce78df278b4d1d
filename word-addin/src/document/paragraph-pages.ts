/** Size that a reply of Word may have. Office's own payload limit concerns Excel; this one keeps Word responsive (office-pitfalls P10). */
export const replyBudgetBytes = 850_000;
/** Properties, ids and JSON around a paragraph's text. */
const overheadBytes = 260;
/** Paragraphs of the first page, before anything is known about their length. */
export const firstPageParagraphs = 200;
const largestPage = 1_000;
const pagePerSync = 500;

/** Bytes that a text takes in a reply: UTF-8, most Japanese characters three. */
export function replyBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}

/**
 * How many paragraphs the next page may hold, from what was read so far. `copies` is how often a text travels
 * (twice where the reviewed text is asked for as well), `reservedBytes` what else is in the same reply.
 */
export function nextPageSize(
  textsSoFar: { bytes: number; count: number },
  copies: number,
  reservedBytes: number,
): number {
  const fitting = Math.floor((replyBudgetBytes - reservedBytes) / averageBytes(textsSoFar, copies));
  return Math.max(20, Math.min(largestPage, fitting));
}

/** What a page of 500 paragraphs takes: as many as a sync may be spent on (DESIGN 7). */
export function pageBytes(textsSoFar: { bytes: number; count: number }, copies: number): number {
  return pagePerSync * averageBytes(textsSoFar, copies);
}

function averageBytes({ bytes, count }: { bytes: number; count: number }, copies: number): number {
  return (bytes / Math.max(1, count)) * copies + overheadBytes;
}
