import { isUnconfirmed } from "@genai-office/shared/guards";
import type { AnswerResult } from "@genai-office/shared/tasks";
import type { Block } from "@genai-office/shared/vocabulary";
import type { Citation } from "../../channel/outgoing";

/** Teams shows at most so many sources (reference page on Teams, 5.1). */
const mostCitations = 20;

export interface CitedText {
  /** The answer with [1], [2] … behind each statement, and the mark of what its sources do not bear out. */
  text: string;
  citations: Citation[];
}

/**
 * Puts the numbers of the sources behind the statements of an answer. Sources are numbered as they are first cited; those
 * beyond what Teams shows are cited no more by number, which takes nothing from the text.
 */
export function citedText(
  { text, statements, findings }: Pick<AnswerResult, "text" | "statements" | "findings">,
  blocks: readonly Block[],
  { nameOf, unconfirmed }: { nameOf: (block: Block, index: number) => string; unconfirmed: string },
): CitedText {
  const numbers = new Map<string, number>();
  const citations: Citation[] = [];
  const numberOf = (id: string): number | undefined => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const index = blocks.findIndex((block) => block.id === id);
    if (index < 0 || citations.length >= mostCitations) return undefined;
    citations.push({ name: nameOf(blocks[index]!, index), abstract: blocks[index]!.text });
    numbers.set(id, citations.length);
    return citations.length;
  };
  const doubted = findings.filter(isUnconfirmed).flatMap(({ output }) => output ?? []);
  let written = "";
  let at = 0;
  for (const statement of statements) {
    const start = text.indexOf(statement.text, at);
    if (start < 0) continue;
    const end = start + statement.text.length;
    const marks = statement.sources.flatMap((id) => numberOf(id) ?? []).map((number) => `[${number}]`);
    const isDoubted = doubted.some((span) => span.start < end && span.end > start);
    written += text.slice(at, end) + (isDoubted ? unconfirmed : "") + (marks.length === 0 ? "" : ` ${marks.join("")}`);
    at = end;
  }
  return { text: written + text.slice(at), citations };
}
