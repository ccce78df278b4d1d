import { checkStatements, checkWording } from "../../guards";
import type { Block, Finding, Statement, TermPair } from "../../vocabulary";
import type { SummaryText } from "./summary-text";

/**
 * Checks the statements of a summary against their sources. The guard counts offsets in the statements' texts joined by
 * line ends; the findings given back count them in the summary's text, which has bullets, spaces and other line ends.
 */
export function checkSummary(
  summary: SummaryText,
  blocks: readonly Block[],
  terms: readonly TermPair[] = [],
): Finding[] {
  const { statements, places } = summary;
  const starts: number[] = [];
  let offset = 0;
  for (const statement of statements) {
    starts.push(offset);
    offset += statement.text.length + 1;
  }
  const placed = findingsOf(statements, blocks).map((finding) => {
    const { output } = finding;
    if (output === undefined) return finding;
    const index = starts.findLastIndex((start) => start <= output.start);
    const shift = (places[index]?.start ?? 0) - (starts[index] ?? 0);
    return { ...finding, output: { start: output.start + shift, end: output.end + shift } };
  });
  return [...placed, ...checkStatementWording(summary, blocks, terms)];
}

/** Wordings that must not be used, at their places in the text. */
function checkStatementWording(
  { statements, places }: SummaryText,
  blocks: readonly Block[],
  terms: readonly TermPair[],
): Finding[] {
  if (terms.length === 0) return [];
  const sources = blocks.map(({ text }) => text);
  return statements.flatMap(({ text }, index) =>
    checkWording(text, terms, sources).map((finding): Finding => {
      const from = places[index]!.start;
      const { start, end } = finding.output!;
      return { ...finding, output: { start: start + from, end: end + from } };
    }),
  );
}

/**
 * Looks at the cited blocks first: a summary whose figures all stand there has no finding about figures in the whole
 * source either, and reading the figures of 300 pages would hold a pane for most of a second.
 */
function findingsOf(statements: readonly Statement[], blocks: readonly Block[]): Finding[] {
  const cited = new Set(statements.flatMap((statement) => statement.sources));
  const quick = checkStatements(
    statements,
    blocks.filter((block) => cited.has(block.id)),
  );
  return quick.every((finding) => finding.code === "statement-without-source")
    ? quick
    : checkStatements(statements, blocks);
}
