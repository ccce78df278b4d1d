import { checkLength } from "../../guards";
import { asGenaiError, type Finding } from "../../vocabulary";
import type { StepProgress } from "../machinery/step-progress";
import { parseStatements, type CitedStatement } from "../output/parse-statements";
import { statementBlocks } from "./merge-blocks";
import type { SourceBlock } from "./source-block";
import type { StepWriter } from "./step-writer";
import type { SummarizeRequest } from "./summarize-request";
import { summaryText } from "./summary-text";
import { sourceCharacters, wantedCharacters } from "./target-length";

/** An answer as it was read, with the blocks that its numbers name. */
export interface Answer {
  paragraphs: CitedStatement[][];
  cited: readonly SourceBlock[];
}

export interface AdjustContext {
  request: SummarizeRequest;
  /** Characters that were asked for in the steps. */
  wanted: number;
  writer: StepWriter;
  progress: StepProgress;
}

/**
 * Asks once more when a summary is more than 10 % off the length asked for, and returns whichever of the two comes
 * closer, with the findings about its length. Too long: the summary itself is rewritten; too short: the source of the
 * last step is asked again, because a summary has nothing to grow from.
 *
 * Not asked again: the embedded engine, which has tried every combination of sentences; a source that is shorter than the
 * length asked for. A second answer that fails leaves the first, whose finding tells that it missed its length.
 */
export async function adjustLength(draft: Answer, context: AdjustContext): Promise<Answer & { findings: Finding[] }> {
  const { request, writer } = context;
  const first = measured(draft, request);
  const tooShort = first.findings.some((finding) => finding.code.endsWith("-under"));
  const sourceTooShort = tooShort && context.wanted < wantedCharacters(request.length);
  if (first.findings.length === 0 || request.card.contract === "offline" || sourceTooShort) return first;

  const blocks = tooShort ? draft.cited : statementBlocks(draft.paragraphs, draft.cited, "draft");
  context.progress.expect(context.progress.done + 1);
  let second: ReturnType<typeof measured> | undefined;
  try {
    const words = await writer.write(writer.step("adjust", blocks, request.length, context.wanted));
    const paragraphs = parseStatements(words, blocks.length, request.length.kind === "bullets");
    if (paragraphs.length > 0) second = measured({ paragraphs, cited: blocks }, request);
  } catch (thrown) {
    const error = asGenaiError(thrown);
    if (error.code === "aborted" || error.code === "internal") throw error;
  }
  if (second !== undefined && second.distance < first.distance) return second;
  writer.showInstead(first.text);
  return first;
}

function measured(
  answer: Answer,
  request: SummarizeRequest,
): Answer & { findings: Finding[]; distance: number; text: string } {
  const { text } = summaryText(answer.paragraphs, answer.cited);
  const findings = checkLength(text, request.length).filter(
    // A source with fewer words than asked for leaves nothing to find fault with: the rest would be invented.
    ({ code }) => code !== "length-under" || sourceCharacters(request.blocks) >= wantedCharacters(request.length),
  );
  const distance = findings.reduce(
    (sum, { values }) => sum + Math.abs(Number(values?.actual) / Number(values?.expected) - 1),
    0,
  );
  return { ...answer, findings, distance, text };
}
