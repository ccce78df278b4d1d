import { asGenaiError, type Finding, type ModelCard, type TaskLanguage, type ThreadStep } from "../../vocabulary";
import type { CountedSteps } from "../machinery/counted-steps";
import type { StepProgress } from "../machinery/step-progress";
import { saysTheSame } from "../minutes/join-drafts";
import { blockCost, planChunks } from "../summarize/plan-chunks";
import type { SourceBlock } from "../summarize/source-block";
import { joinThreadDrafts } from "./join-threads";
import { parseThread } from "./parse-thread";
import { threadDraftSize, type DraftThreadLine, type ThreadDraft } from "./thread-draft";
import { threadDraftBlocks } from "./thread-lines";

export interface MergeContext {
  language: TaskLanguage;
  card: ModelCard;
  budgetTokens: number;
  steps: CountedSteps;
  progress: StepProgress;
  step(part: "merge", blocks: readonly SourceBlock[]): ThreadStep;
}

/**
 * Brings what was read of the pieces to one summary: in code what is the same, by the model what it can put together; in levels
 * when the lines do not fit into one step. The model may leave open points out that a later line concludes; a request or a
 * decision that it drops is put back (`merge-dropped-line` { line }). Where it fails, the joined lines stand as they are.
 */
export async function mergeThreadDrafts(
  parts: readonly ThreadDraft[],
  context: MergeContext,
): Promise<{ draft: ThreadDraft; findings: Finding[] }> {
  const { language, card, steps, budgetTokens } = context;
  const joined = joinThreadDrafts(parts);
  let draft = joined;
  for (;;) {
    const blocks = threadDraftBlocks(draft, language);
    const groups = planChunks(blocks, budgetTokens, card);
    context.progress.expect(context.progress.done + groups.length + (groups.length > 1 ? 1 : 0));
    const merged = await mergeGroups(groups);
    if (merged === undefined || threadDraftSize(merged) === 0) break;
    draft = merged;
    if (groups.length === 1) break;
    // Lines that do not get fewer would never fit into one step: they are a summary as they are.
    if (cost(threadDraftBlocks(merged, language)) > cost(blocks) * 0.9) break;
  }
  const findings: Finding[] = [];
  const restore = <Line extends DraftThreadLine>(lines: readonly Line[], kept: readonly Line[]): Line[] => {
    const lost = lines.filter((line) => !kept.some((other) => saysTheSame(other, line)));
    findings.push(...lost.map(dropped));
    return [...kept, ...lost];
  };
  const requests = restore(joined.requests, draft.requests);
  const decisions = restore(joined.decisions, draft.decisions);
  return { draft: { requests, decisions, open: draft.open }, findings };

  function cost(blocks: readonly SourceBlock[]): number {
    return blocks.reduce((sum, { block }) => sum + blockCost(block, card), 0);
  }

  async function mergeGroups(groups: readonly SourceBlock[][]): Promise<ThreadDraft | undefined> {
    try {
      const asked = groups.map((group) => context.step("merge", group));
      const outcomes = asked.length === 1 ? [await steps.stream(asked[0]!)] : await steps.run(asked);
      // A merge that was cut by a limit has lost its end.
      if (outcomes.some(({ reason }) => reason !== "stop")) return undefined;
      return joinThreadDrafts(outcomes.map(({ text }, index) => parseThread(text, groups[index]!)));
    } catch (thrown) {
      const error = asGenaiError(thrown);
      if (error.code === "output-too-long") return undefined;
      throw error;
    }
  }
}

function dropped(line: DraftThreadLine): Finding {
  return {
    guard: "coverage",
    code: "merge-dropped-line",
    severity: "info",
    values: { line: line.text },
    source: line.sources.map((blockId) => ({ blockId })),
  };
}
