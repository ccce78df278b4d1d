/** A preface has at most so many lines, characters a line, and characters. */
const longestPreface = { lines: 3, line: 120, characters: 300 };

/** An opening tag may have attributes; a closing one only white space. */
const openingTag = /<output(?:\s[^<>]{0,80})?>/giu;
const anyTag = /<\/output\s{0,8}>|<output(?:\s[^<>]{0,80})?>/iu;

/** An opening or closing tag, or what the end of a text has left of one. */
const tagAtEnd = /^(?:<\/output\s{0,8}|<output(?:\s[^<>]{0,80})?)$/iu;

/** Longest a tag may be. */
export const tagLength = 90;

export interface OutputTag {
  kind: "opening" | "closing";
  start: number;
  end: number;
}

/** The first tag of a text, wherever it stands. */
export function firstTagIn(text: string): OutputTag | undefined {
  const match = anyTag.exec(text);
  if (match === null) return undefined;
  return {
    kind: match[0].startsWith("</") ? "closing" : "opening",
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** The first opening tag of a text that stands where one may stand. */
export function openingTagIn(text: string): OutputTag | undefined {
  for (const match of text.matchAll(openingTag)) {
    const tag: OutputTag = { kind: "opening", start: match.index, end: match.index + match[0].length };
    if (mayOpen(text.slice(0, tag.start))) return tag;
  }
  return undefined;
}

/** True at the start of a line, or after a full stop or colon: an opening tag there is one of the answer's wrapper. */
export function mayOpen(before: string): boolean {
  const onLine = before.slice(before.lastIndexOf("\n") + 1).trimEnd();
  return onLine === "" || /[。．.:：!！?？)）」』】>`*]$/u.test(onLine);
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
  const start = partialTag(text);
  return /^<(?:\/|$)/u.test(text.slice(start)) ? start : text.length;
}

/** Where a tag begins that the end of the text may have cut; the text's length when there is none. */
export function partialTag(text: string): number {
  const start = text.lastIndexOf("<");
  if (start === -1 || text.length - start >= tagLength) return text.length;
  const tail = text.slice(start).toLowerCase();
  return "</output".startsWith(tail) || "<output".startsWith(tail) || tagAtEnd.test(tail) ? start : text.length;
}

function firstInk(text: string, from: number): number {
  return from + text.slice(from).search(/\S/u);
}
