import { findUnconfirmed, glossaryTermsFor } from "../../guards";
import { stepBudget } from "../../models";
import { asGenaiError, GenaiError, type StepRunner, type TaskEvent } from "../../vocabulary";
import { defaultConcurrency } from "../machinery/run-steps";
import type { TaskContext } from "../machinery/run-task";
import { runSourceTask } from "../machinery/source-task";
import { StepProgress } from "../machinery/step-progress";
import { withTerms } from "../machinery/with-terms";
import { parseStatements } from "../output/parse-statements";
import { adjustLength, type AdjustContext } from "./adjust-length";
import { checkSummary } from "./check-summary";
import { PartMerger } from "./part-merger";
import { sourceBlocks } from "./planned-steps";
import type { SourceBlock } from "./source-block";
import { StepWriter } from "./step-writer";
import type { SummarizeRequest, SummarizeResult } from "./summarize-request";
import { summaryText } from "./summary-text";
import { reachableCharacters } from "./target-length";

export interface SummarizeTaskOptions {
  signal?: AbortSignal;
  /** Steps at the same time; 3 when left out. */
  concurrency?: number;
}

/**
 * Summarizes blocks to the length asked for: the source is cut by the model's budget, each chunk is summarized, the
 * part summaries are merged (in levels when they do not fit into one step), and a summary that missed its length is
 * adjusted once. An answer that a limit cut is continued where the model can, and a step that was too large after all is
 * cut in two. Words of the last step stream as `preview`. Ends with exactly one of completed, aborted, failed.
 *
 * Errors: "source-empty" when no block has text, "output-empty" when the model wrote nothing, "output-truncated" when
 * its answer was cut by a limit twice, "output-too-long" when it did not stop, "input-too-large" when part summaries do not get shorter, and whatever the
 * runner failed with.
 */
export function summarize(
  request: SummarizeRequest,
  runner: StepRunner,
  options: SummarizeTaskOptions = {},
): AsyncIterable<TaskEvent<SummarizeResult>> {
  const concurrency = Math.max(1, options.concurrency ?? defaultConcurrency);
  return runSourceTask(request, (clean, context) => perform(clean, runner, concurrency, context), options);
}

async function perform(
  request: SummarizeRequest,
  runner: StepRunner,
  concurrency: number,
  context: TaskContext,
): Promise<SummarizeResult> {
  const source = sourceBlocks(request.blocks);
  if (source.length === 0) throw new GenaiError("source-empty", "no block has text");
  const budget = stepBudget(request.card);
  const wanted = reachableCharacters(request.length, request.blocks, budget);
  const progress = new StepProgress(1, concurrency, context.report);
  const terms = glossaryTermsFor(
    request.glossary,
    source.map(({ block }) => block.text),
    request.language,
  );
  const writer = new StepWriter(request, withTerms(runner, terms, request.card), context, concurrency, progress);
  const merger = new PartMerger(request, wanted, budget, writer, progress);

  const chunks = merger.plan(source);
  const steps = merger.expectedSteps(chunks.length);
  context.report({ type: "planned", steps });
  progress.expect(steps);
  const { words, blocks } = await writeWhole(chunks, { request, wanted, writer, merger, progress });
  const paragraphs = parseStatements(words, blocks.length, request.length.kind === "bullets");
  if (paragraphs.length === 0) throw new GenaiError("output-empty", "the model wrote no words");

  const answer = await adjustLength({ paragraphs, cited: blocks }, { request, wanted, writer, progress });
  const summary = summaryText(answer.paragraphs, answer.cited);
  return {
    statements: summary.statements,
    text: summary.text,
    paragraphs: summary.paragraphs,
    findings: [
      ...merger.findings,
      ...answer.findings,
      ...checkSummary(summary, request.blocks, terms),
      ...findUnconfirmed(summary.statements, summary.places, request.blocks),
    ],
    models: writer.models,
    ...(writer.usage === undefined ? {} : { usage: writer.usage }),
    reason: "stop",
  };
}

interface WriteContext extends AdjustContext {
  merger: PartMerger;
}

/**
 * Brings the chunks down to one step and writes it; returns its words and the blocks that they cite. When the model has
 * no room for that step after all, its blocks are brought down further.
 */
async function writeWhole(
  chunks: SourceBlock[][],
  { request, wanted, writer, merger, progress }: WriteContext,
): Promise<{ words: string; blocks: SourceBlock[] }> {
  let part: "chunk" | "merge" = chunks.length === 1 ? "chunk" : "merge";
  let blocks = chunks.length === 1 ? chunks[0]! : await merger.mergeDown(chunks);
  for (;;) {
    try {
      return { words: await writer.write(writer.step(part, blocks, request.length, wanted)), blocks };
    } catch (thrown) {
      const error = asGenaiError(thrown);
      if (error.code !== "input-too-large") throw error;
      merger.halve(blocks);
      const groups = merger.plan(blocks);
      progress.expect(progress.done + merger.expectedSteps(groups.length));
      blocks = await merger.mergeDown(groups, part);
      part = "merge";
    }
  }
}
