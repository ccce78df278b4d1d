import { countCharacters } from "@genai-office/shared/language";
import type { Block } from "@genai-office/shared/vocabulary";

/** Lines of a mail are broken by hand or by the mail program at no more than this width (half-width columns). */
const widestWrap = 80;
/** A line is full when it comes this near to the widest one: the next word or clause did not fit. */
const fullShare = 0.8;

const listItem = /^[\s\u3000]*(?:[・●○◯■□◆◇▪•※＊*➢►→-]|[（(]?[0-9０-９]{1,2}[)）.．、]|[①-⒛]|[ア-ン][)）.．\s\u3000])/;
const quoted = /^[\s\u3000]*[>＞|]/;
const sentenceEnd = /[。．！？!?：:][」』）)]*$/;

/** Columns that a line takes in a mail: two for each full-width character. */
function columns(line: string): number {
  // Anything beyond Latin is set full width; half-width katakana is not.
  return [...line].reduce((sum, character) => sum + (/[\u1100-\uff60\uffe0-\u{1ffff}]/u.test(character) ? 2 : 1), 0);
}

/** True when the line was only broken because it was full: the sentence goes on in the next one. */
function goesOn(line: string, next: string, widest: number): boolean {
  if (widest > widestWrap || columns(line) < widest * fullShare || sentenceEnd.test(line)) return false;
  return !listItem.test(next) && !quoted.test(next) && !/^[\s\u3000]/.test(next);
}

/** True for a figure that was broken inside a group of three digits: 「15,2」 and 「40件」. */
function breaksFigure(before: string, after: string): boolean {
  const begun = /[0-9],([0-9]{0,2})$/.exec(before)?.[1];
  return begun !== undefined && new RegExp(`^[0-9]{${3 - begun.length}}(?![0-9])`).test(after);
}

/**
 * Joins a broken line: with a space between Latin words and between digits, which might be two figures; without one in
 * Japanese, and inside a figure.
 */
function joined(before: string, after: string): string {
  const latin = /[A-Za-z0-9,.;]$/.test(before) && /^[A-Za-z0-9]/.test(after);
  return latin && !breaksFigure(before, after) ? `${before} ${after}` : before + after;
}

/**
 * Cuts the plain text of a mail into paragraphs: at empty lines, and at each line that did not end because it was full.
 * Lines wrapped by the sender's program are joined again, so that no sentence is cut. Every character but white space
 * at the ends of lines is kept; ids are "m1", "m2" ... in order.
 */
export function bodyBlocks(text: string): Block[] {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  const widest = lines.reduce((most, line) => Math.max(most, columns(line)), 0);
  const paragraphs: string[] = [];
  let open: string | undefined;
  lines.forEach((line, index) => {
    if (line.trim() === "") return;
    const paragraph: string = open === undefined ? line : joined(open, line);
    const next = lines[index + 1];
    open = next !== undefined && next.trim() !== "" && goesOn(line, next, widest) ? paragraph : undefined;
    if (open === undefined) paragraphs.push(paragraph);
  });
  return paragraphs
    .filter((paragraph) => countCharacters(paragraph) > 0)
    .map((paragraph, index) => ({ id: `m${index + 1}`, text: paragraph, kind: "paragraph" }));
}
