import { splitSentences } from "../../language";
import { findCitations, type CitationMark } from "../../prompts";
import type { Statement } from "../../vocabulary";
import { JoinedText } from "./joined-text";
import { needsSpace } from "./line-pieces";
import { cleanOutput } from "./output-cleaner";

/** A statement with the numbers it cites, before the numbers become block ids. */
export interface CitedStatement {
  text: string;
  /** Numbers from 1 to the number of blocks, each once, in ascending order. */
  numbers: number[];
  layout: Statement["layout"];
}

/** What a model says when it has finished although nobody asked: no part of the summary. */
const closingRemark =
  /^(?:以上(?:です|が(?:要約|まとめ)|、|。)|ご不明な点|ほかに|他に(?:ご|必要)|If you need|Let me know)/i;

/**
 * Reads a model's answer into paragraphs of statements. Marks are tolerated before and after the full stop, and at the
 * start of a line; round brackets count only when the answer has no other marks. Numbers that name no block are dropped,
 * and an answer without any mark still becomes statements, with nothing cited.
 * @param blockCount number of blocks of the step, whose numbers count from 1.
 * @param bullets every line is one item, also when the model forgot the marks or numbered them.
 */
export function parseStatements(answer: string, blockCount: number, bullets = false): CitedStatement[][] {
  const cleaned = cleanOutput(answer, { keepMarks: true });
  const lines = cleaned.split("\n");
  const round = !lines.some((line) => findCitations(line).some((mark) => known(mark, blockCount).length > 0));
  const paragraphs: CitedStatement[][] = [];
  for (const line of lines) {
    const statements = readLine(line, blockCount, bullets, round);
    if (statements.length > 0) paragraphs.push(statements);
  }
  const last = paragraphs.at(-1);
  const lastStatement = last?.at(-1);
  if (lastStatement !== undefined && lastStatement.numbers.length === 0 && closingRemark.test(lastStatement.text)) {
    last!.pop();
    if (last!.length === 0) paragraphs.pop();
  }
  return paragraphs;
}

function readLine(line: string, blockCount: number, bullets: boolean, round: boolean): CitedStatement[] {
  const { text, marks } = takeMarks(line, blockCount, round);
  const heading = /^##\s+/.exec(text)?.[0] ?? "";
  if (heading !== "" || /^【[^】]{1,40}】$/.test(text.trim())) {
    return statement(text.slice(heading.length), marks, "heading");
  }
  const bullet =
    /^・\s*/.exec(text)?.[0] ?? (bullets ? (/^[(（]?(?:[0-9０-９]{1,2}[.．)）]|[①-⑳])\s*/.exec(text)?.[0] ?? "") : "");
  if (bullet !== "" || bullets) return statement(text.slice(bullet.length), marks, "bullet");
  const spans = splitSentences(text);
  // Marks and sentences both come in the order of the line, so that one pass deals the marks out.
  let next = 0;
  return spans.flatMap((span, index) => {
    const first = next;
    const isLast = index === spans.length - 1;
    while (next < marks.length && (isLast || marks[next]!.start <= span.end)) next += 1;
    return statement(text.slice(span.start, span.end), marks.slice(first, next), "sentence");
  });
}

function statement(text: string, marks: readonly CitationMark[], layout: Statement["layout"]): CitedStatement[] {
  const words = text.trim();
  // A line of punctuation, left over from a mark in a form of its own, says nothing.
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const numbers = [...new Set(marks.flatMap((mark) => mark.numbers))].sort((a, b) => a - b);
  return [{ text: words, numbers, layout }];
}

/** Takes the marks out of a line; each mark's `start` becomes the offset in the text without marks where it stood. */
function takeMarks(line: string, blockCount: number, round: boolean): { text: string; marks: CitationMark[] } {
  const marks: CitationMark[] = [];
  const text = new JoinedText();
  let position = 0;
  for (const mark of findCitations(line, round)) {
    const bracket = line.slice(mark.start, mark.end).trim()[0]!;
    if ("(（".includes(bracket) && !endsSentence(line, mark, blockCount)) continue;
    text.add(line.slice(position, mark.start));
    position = mark.end;
    marks.push({ start: text.length, end: text.length, numbers: known(mark, blockCount) });
    // Between two English sentences the mark took the place of the space.
    if (needsSpace(text.last, line[position])) text.add(" ");
  }
  text.add(line.slice(position));
  return { text: text.toString(), marks };
}

function known(mark: CitationMark, blockCount: number): number[] {
  return mark.numbers.filter((number) => number >= 1 && number <= blockCount);
}

/** True for round brackets where a citation would stand: at the end of a sentence, naming paragraphs that exist. */
function endsSentence(line: string, mark: CitationMark, blockCount: number): boolean {
  const before = line.slice(0, mark.start).trimEnd().at(-1) ?? "";
  const after = line.slice(mark.end).trimStart()[0] ?? "";
  return (
    known(mark, blockCount).length === mark.numbers.length &&
    ("。.!?！？".includes(before) || after === "" || "。.".includes(after)) &&
    before !== ""
  );
}
