/** A preface has at most so many lines, characters a line, and characters. */
const longestPreface = { lines: 3, line: 120, characters: 300 };

/** Longest an opening or closing tag may be, white space in it included. */
export const tagLength = 17;

/**
 * The first opening tag that stands where one may stand: at the start of a line, or after a full stop or colon.
 * @param previous last character before the text on its line, "" when the text starts a line
 */
export function openingTagIn(text: string, previous: string): { start: number; end: number } | undefined {
  for (const match of text.matchAll(/<output\s{0,8}>/giu)) {
    const before = previous + text.slice(0, match.index);
    const onLine = before.slice(before.lastIndexOf("\n") + 1).trimEnd();
    if (onLine === "" || /[。．.:：!！?？)）」』】>`*]$/u.test(onLine))
      return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** Up to which offset an opening tag may start, as far as the text tells: all that stands before it is the preface. */
export function prefaceLimit(text: string): number {
  let lines = 0;
  for (let start = 0; ;) {
    const end = text.indexOf("\n", start);
    const stop = end === -1 ? text.length : end;
    const blank = text.slice(start, stop).trim() === "";
    if (!blank && ++lines > longestPreface.lines) return Math.min(firstInk(text, start), longestPreface.characters);
    if (stop - start > longestPreface.line) return Math.min(start + longestPreface.line, longestPreface.characters);
    if (end === -1 || end >= longestPreface.characters) return longestPreface.characters;
    start = end + 1;
  }
}

/** Where a closing tag begins that the end of the text may have cut; the text's length when there is none. */
export function partialClosingTag(text: string): number {
  const start = text.lastIndexOf("<");
  if (start === -1 || text.length - start >= tagLength) return text.length;
  const tail = text.slice(start).toLowerCase();
  return "</output".startsWith(tail) || /^<\/output\s{0,8}$/u.test(tail) ? start : text.length;
}

function firstInk(text: string, from: number): number {
  return from + text.slice(from).search(/\S/u);
}
