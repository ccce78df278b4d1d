import { findCitations, openCitationStart } from "../../prompts";
import { JoinedText } from "./joined-text";

/** Longest tag that may be cut in two by a stream: </summary>. */
const longestTag = 12;

/** Takes the citation marks out of a piece of a line; `before` is the character that was given out before it. */
export function withoutCitations(text: string, before: string): string {
  const out = new JoinedText();
  let position = 0;
  for (const mark of findCitations(text)) {
    out.add(text.slice(position, mark.start));
    position = mark.end;
    // Between two English sentences the mark took the place of the space.
    if (needsSpace(out.last ?? before.at(-1), text[position])) out.add(" ");
  }
  out.add(text.slice(position));
  return out.toString();
}

/** True between two English sentences that a mark alone separated. Looks at two characters, however long the text is. */
export function needsSpace(before: string | undefined, after: string | undefined): boolean {
  return /^[.!?]$/.test(before ?? "") && /^[A-Za-z]$/.test(after ?? "");
}

/** How much of an unfinished line is certain: no open citation, no half of **, no open tag, no white space at its end. */
export function safeLength(line: string): number {
  let safe = openCitationStart(line);
  const tag = line.lastIndexOf("<");
  if (tag >= 0 && line.length - tag <= longestTag && !line.slice(tag).includes(">")) safe = Math.min(safe, tag);
  // Whether a space takes the place of a mark depends on what comes after it.
  for (const mark of findCitations(line.slice(0, safe)).reverse()) {
    if (mark.end !== safe) break;
    safe = mark.start;
  }
  if (line.slice(0, safe).endsWith("*") && !line.slice(0, safe).endsWith("**")) safe -= 1;
  return line.slice(0, safe).trimEnd().length;
}
