import type { Block } from "../../vocabulary";
import type { CitedStatement } from "../output/parse-statements";
import { sourcesOf, type SourceBlock } from "./source-block";

/** Turns the statements of a summary into blocks for the next step; what they cite stays what their sources were. */
export function statementBlocks(
  paragraphs: readonly (readonly CitedStatement[])[],
  cited: readonly SourceBlock[],
  idPrefix: string,
): SourceBlock[] {
  return paragraphs.flat().map((statement, index) => ({
    block: {
      id: `${idPrefix}.${index + 1}`,
      text: statement.text,
      kind: statement.layout === "heading" ? ("heading" as const) : ("paragraph" as const),
    },
    sources: sourcesOf(statement.numbers, cited),
  }));
}

/** Deepest heading whose structure a one-page summary can follow. */
const deepestHeading = 2;

/**
 * Puts the source's own headings (levels 1 and 2) back between the statements that rest on what stands below them, so
 * that the summary of a page can follow the structure of the document.
 */
export function withHeadings(statements: readonly SourceBlock[], source: readonly Block[]): SourceBlock[] {
  const headingOf = new Map<string, Block>();
  let current: Block | undefined;
  for (const block of source) {
    if (block.kind === "heading" && (block.level ?? 1) <= deepestHeading) current = block;
    else if (current !== undefined) headingOf.set(block.id, current);
  }
  const result: SourceBlock[] = [];
  let last: Block | undefined;
  for (const statement of statements) {
    const first = statement.sources[0];
    const heading = first === undefined ? last : headingOf.get(first);
    if (heading !== undefined && heading !== last) result.push({ block: heading, sources: [heading.id] });
    last = heading;
    result.push(statement);
  }
  return result;
}
