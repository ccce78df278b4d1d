import { GenaiError, type Finding, type Step } from "../../vocabulary";
import type { SourceBlock } from "../summarize/source-block";
import type { CountedSteps } from "./counted-steps";
import type { StepProgress } from "./step-progress";

export interface ReadContext<Draft> {
  steps: CountedSteps;
  progress: StepProgress;
  step(piece: readonly SourceBlock[]): Step;
  /** Reads an answer; never throws. */
  parse(answer: string, piece: readonly SourceBlock[]): Draft;
  /** Lines of a draft in all. */
  size(draft: Draft): number;
  /** Code of the finding for a piece that nothing was written about: { blocks }. */
  nothing: string;
  /** Indexes of pieces whose answer is already known to be cut. */
  cut?: readonly number[];
}

/** How often a piece is halved because what is written about it did not fit into an answer. */
const mostHalvings = 3;

/**
 * Reads the pieces of a source side by side, each into a draft. A piece whose answer was cut by a limit, or for which the model had no room
 * after all, is halved and read again: what a cut answer leaves out is the end. A piece without a line is a finding.
 * @throws GenaiError "output-truncated" or "input-too-large" when a piece does not fit although it was halved three times
 */
export async function readPieces<Draft>(
  pieces: readonly SourceBlock[][],
  context: ReadContext<Draft>,
): Promise<{ drafts: Draft[]; findings: Finding[] }> {
  let queue = pieces.map((piece, order) => ({ piece, order: [order], halve: context.cut?.includes(order) === true }));
  let failure: "output-truncated" | "input-too-large" = "output-truncated";
  const read: { order: number[]; piece: SourceBlock[]; draft: Draft }[] = [];
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
      if (reason === "stop") read.push({ order, piece, draft: context.parse(text, piece) });
      else {
        if (reason === "too-large") failure = "input-too-large";
        queue.push({ piece, order, halve: true });
      }
    });
  }
  read.sort((a, b) => compareOrder(a.order, b.order));
  const findings = read
    .filter(({ draft }) => context.size(draft) === 0)
    .map(({ piece }): Finding => {
      const ids = [...new Set(piece.flatMap(({ sources }) => sources))];
      return {
        guard: "coverage",
        code: context.nothing,
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
