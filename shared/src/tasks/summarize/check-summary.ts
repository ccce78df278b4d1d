import { checkStatements } from "../../guards";
import type { Block, Finding } from "../../vocabulary";
import type { SummaryText } from "./summary-text";

/**
 * Checks the statements of a summary against their sources. The guard counts offsets in the statements' texts joined by
 * line ends; the findings given back count them in the summary's text, which has bullets, spaces and other line ends.
 */
export function checkSummary(summary: SummaryText, blocks: readonly Block[]): Finding[] {
  const { statements, places } = summary;
  const starts: number[] = [];
  let offset = 0;
  for (const statement of statements) {
    starts.push(offset);
    offset += statement.text.length + 1;
  }
  return checkStatements(statements, blocks).map((finding) => {
    const { output } = finding;
    if (output === undefined) return finding;
    const index = starts.findLastIndex((start) => start <= output.start);
    const shift = (places[index]?.start ?? 0) - (starts[index] ?? 0);
    return { ...finding, output: { start: output.start + shift, end: output.end + shift } };
  });
}
