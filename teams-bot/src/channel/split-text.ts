import { graphemeEnd } from "./cut-graphemes";

/** Where a text may be cut, best first: between paragraphs, lines, sentences, at a comma. */
const seams = [/\n{2,}/g, /\n/g, /[。．！？!?](?=\s|$|[^\s])|\. /g, /[、，]|, /g];

/**
 * Splits a text into parts of at most so many UTF-16 units, at the best seam in the last half of each part; never through a
 * character. Joined, the parts are the text, but for line breaks where it was cut.
 */
export function splitText(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = seamBefore(rest, most) ?? graphemeEnd(rest, most);
    parts.push(rest.slice(0, end).replace(/\n+$/, ""));
    rest = rest.slice(end).replace(/^\n+/, "");
  }
  if (rest !== "" || parts.length === 0) parts.push(rest);
  return parts;
}

function seamBefore(text: string, most: number): number | undefined {
  const half = Math.floor(most / 2);
  const window = text.slice(half, most);
  for (const seam of seams) {
    const last = [...window.matchAll(seam)].at(-1);
    if (last !== undefined) return half + last.index + last[0].length;
  }
  return undefined;
}
