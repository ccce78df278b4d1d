import { findCitations } from "../../prompts";
import { JoinedText } from "./joined-text";
import { needsSpace } from "./line-pieces";

/**
 * Takes the citation marks out of one line. Numbers that name no block of the step (1 to `blockCount`) are dropped. Marks in
 * round brackets count at the end of the line alone, because round brackets also hold words and list numbers.
 */
export function takeCitations(line: string, blockCount: number): { text: string; numbers: number[] } {
  const numbers = new Set<number>();
  const text = new JoinedText();
  let position = 0;
  for (const mark of findCitations(line, true)) {
    const inRound = "(（".includes(line.slice(mark.start, mark.end).trim()[0]!);
    const closes = /^[\s\u3000。．.｜|）)]*$/u.test(line.slice(mark.end));
    if (inRound && (!closes || mark.numbers.some((number) => number < 1 || number > blockCount))) continue;
    text.add(line.slice(position, mark.start));
    position = mark.end;
    for (const number of mark.numbers) if (number >= 1 && number <= blockCount) numbers.add(number);
    if (needsSpace(text.last, line[position])) text.add(" ");
  }
  text.add(line.slice(position));
  return { text: text.toString().trim(), numbers: [...numbers].sort((a, b) => a - b) };
}
