import { contentWords } from "../../language";
import type { AnswerStep, Block, Finding } from "../../vocabulary";
import { GenaiError } from "../../vocabulary";
import type { CountedSteps } from "../machinery/counted-steps";
import type { StepProgress } from "../machinery/step-progress";
import { statementBlocks } from "../summarize/merge-blocks";
import { blockCost, planChunks } from "../summarize/plan-chunks";
import type { SourceBlock } from "../summarize/source-block";
import type { AnswerRequest } from "./answer-request";
import { parseAnswer } from "./parse-answer";

export interface GatherContext {
  request: AnswerRequest;
  budgetTokens: number;
  steps: CountedSteps;
  progress: StepProgress;
  step(blocks: readonly SourceBlock[]): AnswerStep;
}

/**
 * Finds in materials that are too long for one step what bears on the question: each chunk is asked for its passages. What
 * the last step is given are the blocks that the passages cite, in their own words, as far as they fit; otherwise the
 * passages; and when these are still too many, those that share most with the question (`materials-shortened`).
 * @returns no blocks when no chunk holds anything on the question
 * @throws GenaiError "output-truncated", "input-too-large" when half a chunk is still too much
 */
export async function gatherPassages(
  chunks: readonly SourceBlock[][],
  context: GatherContext,
): Promise<{ blocks: SourceBlock[]; findings: Finding[] }> {
  const { request, budgetTokens, steps, progress } = context;
  const outcomes = await steps.run(chunks.map((chunk) => context.step(chunk)));
  const passages: SourceBlock[] = [];
  for (const [index, { text, reason }] of outcomes.entries()) {
    const chunk = chunks[index]!;
    if (reason === "stop") {
      passages.push(...passagesOf(text, chunk, `${index + 1}`));
      continue;
    }
    // What was cut, or did not fit, is asked for again by halves: passages of half a chunk are half as many.
    const halves = halvesOf(chunk);
    progress.expect(progress.expected + halves.length);
    const again = await steps.run(halves.map((half) => context.step(half)));
    if (again.some((outcome) => outcome.reason === "too-large")) {
      throw new GenaiError("input-too-large", "half a chunk does not fit");
    }
    if (again.some((outcome) => outcome.reason === "length")) {
      throw new GenaiError("output-truncated", "the passages of a chunk were cut by a limit twice");
    }
    passages.push(
      ...again.flatMap((outcome, half) => passagesOf(outcome.text, halves[half]!, `${index + 1}.${half + 1}`)),
    );
  }
  return choose(passages, request, budgetTokens);
}

function halvesOf(chunk: SourceBlock[]): SourceBlock[][] {
  const middle = Math.ceil(chunk.length / 2);
  return [chunk.slice(0, middle), chunk.slice(middle)].filter((half) => half.length > 0);
}

/** Passages that cite something; what cites nothing could not be checked later. */
function passagesOf(answer: string, chunk: readonly SourceBlock[], id: string): SourceBlock[] {
  return statementBlocks(parseAnswer(answer, chunk.length).paragraphs, chunk, id).filter(
    ({ sources }) => sources.length > 0,
  );
}

function choose(
  passages: readonly SourceBlock[],
  request: AnswerRequest,
  budgetTokens: number,
): { blocks: SourceBlock[]; findings: Finding[] } {
  const { card } = request;
  const cited = new Set(passages.flatMap(({ sources }) => sources));
  const originals = request.blocks
    .filter(({ id }) => cited.has(id))
    .map((block: Block): SourceBlock => ({ block, sources: [block.id] }));
  if (planChunks(originals, budgetTokens, card).length <= 1) return { blocks: originals, findings: [] };
  if (planChunks(passages, budgetTokens, card).length <= 1) return { blocks: [...passages], findings: [] };
  return nearestPassages(passages, request, budgetTokens);
}

/** The passages that share most with the question, as many as there is room for; what is left out is a finding. */
export function nearestPassages(
  passages: readonly SourceBlock[],
  request: Pick<AnswerRequest, "card" | "question">,
  budgetTokens: number,
): { blocks: SourceBlock[]; findings: Finding[] } {
  const { card } = request;
  const wanted = new Set(contentWords(request.question));
  const ranked = passages
    .map((passage, order) => {
      const words = new Set(contentWords(passage.block.text));
      return { passage, order, shared: [...words].filter((word) => wanted.has(word)).length };
    })
    .sort((a, b) => b.shared - a.shared || a.order - b.order);
  let room = budgetTokens;
  const kept: typeof ranked = [];
  for (const candidate of ranked) {
    const cost = blockCost(candidate.passage.block, card);
    if (cost > room) continue;
    room -= cost;
    kept.push(candidate);
  }
  kept.sort((a, b) => a.order - b.order);
  const left = new Set(
    ranked.filter((candidate) => !kept.includes(candidate)).flatMap(({ passage }) => passage.sources),
  );
  return {
    blocks: kept.map(({ passage }) => passage),
    findings: [
      {
        guard: "coverage",
        code: "materials-shortened",
        severity: "warning",
        values: { blocks: left.size },
        source: [...left].map((blockId) => ({ blockId })),
      },
    ],
  };
}
