import { GenaiError, type Finding, type MinutesStep } from "../../vocabulary";
import type { CountedSteps } from "../machinery/counted-steps";
import type { StepProgress } from "../machinery/step-progress";
import type { SourceBlock } from "../summarize/source-block";
import { draftSize, type MinutesDraft } from "./minutes-draft";
import { parseMinutes } from "./parse-minutes";

export interface ReadContext {
  steps: CountedSteps;
  progress: StepProgress;
  step(piece: readonly SourceBlock[]): MinutesStep;
  /** Indexes of pieces whose answer is already known to be cut. */
  cut?: readonly number[];
}

/** How often a piece is halved because its minutes did not fit into an answer. */
const mostHalvings = 3;

/**
 * Reads the pieces of a transcript side by side. A piece whose answer was cut by a limit, or for which the model had no room
 * after all, is halved and read again: what a cut answer leaves out is the end. A piece without a line is a finding (`part-without-minutes` { blocks }).
 * @throws GenaiError "output-truncated" or "input-too-large" when a piece does not fit although it was halved three times
 */
export async function readPieces(
  pieces: readonly SourceBlock[][],
  context: ReadContext,
): Promise<{ drafts: MinutesDraft[]; findings: Finding[] }> {
  let queue = pieces.map((piece, order) => ({ piece, order: [order], halve: context.cut?.includes(order) === true }));
  let failure: "output-truncated" | "input-too-large" = "output-truncated";
  const read: { order: number[]; piece: SourceBlock[]; draft: MinutesDraft }[] = [];
  for (let round = 0; queue.length > 0; round += 1) {
    if (round > mostHalvings) throw new GenaiError(failure, "a piece does not fit although it was halved");
    const asked = queue.flatMap(({ piece, order, halve }) =>
      halve ? halves(piece).map((half, index) => ({ piece: half, order: [...order, index] })) : [{ piece, order }],
    );
    if (round > 0) context.progress.expect(context.progress.expected + asked.length);
    const outcomes = await context.steps.run(asked.map(({ piece }) => context.step(piece)));
    queue = [];
    outcomes.forEach(({ text, reason }, index) => {
      const { piece, order } = asked[index]!;
      if (reason === "stop") read.push({ order, piece, draft: parseMinutes(text, piece) });
      else {
        if (reason === "too-large") failure = "input-too-large";
        queue.push({ piece, order, halve: true });
      }
    });
  }
  read.sort((a, b) => compareOrder(a.order, b.order));
  const findings = read
    .filter(({ draft }) => draftSize(draft) === 0)
    .map(({ piece }): Finding => {
      const ids = [...new Set(piece.flatMap(({ sources }) => sources))];
      return {
        guard: "coverage",
        code: "part-without-minutes",
        severity: "warning",
        values: { blocks: ids.length },
        source: ids.map((blockId) => ({ blockId })),
      };
    });
  return { drafts: read.map(({ draft }) => draft), findings };
}

function halves(piece: SourceBlock[]): SourceBlock[][] {
  const middle = Math.ceil(piece.length / 2);
  return [piece.slice(0, middle), piece.slice(middle)].filter((half) => half.length > 0);
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
