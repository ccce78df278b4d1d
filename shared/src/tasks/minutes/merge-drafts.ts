import type { Finding, MinutesStep } from "../../vocabulary";
import { asGenaiError } from "../../vocabulary";
import type { CountedSteps } from "../machinery/counted-steps";
import type { StepProgress } from "../machinery/step-progress";
import { blockCost, planChunks } from "../summarize/plan-chunks";
import type { SourceBlock } from "../summarize/source-block";
import { draftBlocks } from "./draft-blocks";
import { joinDrafts, saysTheSame, shareOfWords } from "./join-drafts";
import { draftSize, type DraftLine, type MinutesDraft } from "./minutes-draft";
import type { MinutesRequest } from "./minutes-request";
import { parseMinutes } from "./parse-minutes";

/** Share of common words from which on a line of the merged minutes tells what another one told. */
const aboutTheSame = 0.4;

export interface MergeContext {
  request: MinutesRequest;
  budgetTokens: number;
  steps: CountedSteps;
  progress: StepProgress;
  step(part: "merge", blocks: readonly SourceBlock[]): MinutesStep;
}

/**
 * Brings the minutes of the pieces to minutes of the whole: in code what is the same, by the model what has to be put
 * together; in levels when the lines do not fit into one step. The model may shorten the discussion; a decision or an
 * action that it drops is put back (`merge-dropped-line` { line }). Where it fails, the joined lines stand as they are.
 */
export async function mergeDrafts(
  parts: readonly MinutesDraft[],
  context: MergeContext,
): Promise<{ draft: MinutesDraft; findings: Finding[] }> {
  const { request, steps, budgetTokens } = context;
  const joined = joinDrafts(parts);
  let draft = joined;
  for (;;) {
    const blocks = draftBlocks(draft, request.language ?? "ja");
    const groups = planChunks(blocks, budgetTokens, request.card);
    context.progress.expect(context.progress.done + groups.length + (groups.length > 1 ? 1 : 0));
    const merged = await mergeGroups(groups, context);
    if (merged === undefined || draftSize(merged) === 0) break;
    const before = cost(blocks);
    draft = merged;
    if (groups.length === 1) break;
    // Pieces that do not get shorter would never fit into one step: they are whole minutes as they are.
    if (cost(draftBlocks(merged, request.language ?? "ja")) > before * 0.9) break;
  }
  const findings: Finding[] = [];
  const restore = <Line extends DraftLine>(lines: readonly Line[], kept: readonly Line[]): Line[] => {
    const lost = lines.filter((line) => !kept.some((other) => saysTheSame(other, line) || covers(other, line)));
    findings.push(...lost.map((line) => dropped(line)));
    return [...kept, ...lost];
  };
  const decisions = restore(joined.decisions, draft.decisions);
  const actions = restore(joined.actions, draft.actions);
  return { draft: { topics: draft.topics, decisions, actions }, findings };

  function cost(blocks: readonly SourceBlock[]): number {
    return blocks.reduce((sum, { block }) => sum + blockCost(block, request.card), 0);
  }

  async function mergeGroups(
    groups: readonly SourceBlock[][],
    { step }: MergeContext,
  ): Promise<MinutesDraft | undefined> {
    try {
      const asked = groups.map((group) => step("merge", group));
      const outcomes = asked.length === 1 ? [await steps.stream(asked[0]!)] : await steps.run(asked);
      // A merge that was cut by a limit has lost its end, which is where the actions stand.
      if (outcomes.some(({ reason }) => reason !== "stop")) return undefined;
      return joinDrafts(outcomes.map(({ text }, index) => parseMinutes(text, groups[index]!)));
    } catch (thrown) {
      const error = asGenaiError(thrown);
      if (error.code === "output-too-long") return undefined;
      throw error;
    }
  }
}

/** The line rests on the same utterances, all of them, and is about the same: two decisions may stand in one utterance. */
function covers(line: DraftLine, needed: DraftLine): boolean {
  const { sources } = needed;
  return (
    sources.length > 0 &&
    sources.every((id) => line.sources.includes(id)) &&
    shareOfWords(line.text, needed.text) >= aboutTheSame
  );
}

function dropped(line: DraftLine): Finding {
  return {
    guard: "coverage",
    code: "merge-dropped-line",
    severity: "info",
    values: { line: line.text },
    source: line.sources.map((blockId) => ({ blockId })),
  };
}
