import { halvesOf } from "../../language";
import { findUntranslated } from "../../prompts";
import { cutPiece, type Piece } from "./piece";
import { planSteps, type TranslateBudget } from "./plan-steps";
import type { PieceOutcome, StepRuns } from "./step-runs";
import type { TranslateRequest } from "./translate-request";
import { coverageOf, withMarkedSentences } from "./untranslated";

/** Each round halves what a cut step may hold; what is still cut after these is given up. */
const mostRounds = 8;
/** A piece of fewer characters, or one that was cut so often, is not what makes an answer too long. */
const shortestCut = 40;
const deepestCut = 5;

/**
 * Takes over what was answered and asks again for the rest: entries of an answer that a limit cut, in smaller steps (a
 * piece that was cut alone is itself cut in two); missing or untranslated entries once more, each alone. What is still
 * missing then stays without a translation.
 * @param expect is told of every further step
 */
export async function askAgain(
  first: readonly PieceOutcome[],
  runs: StepRuns,
  budget: TranslateBudget,
  request: TranslateRequest,
  expect: (more: number) => void,
): Promise<void> {
  const { to, card, terms = [] } = request;
  const askedAlone = new Set<Piece>();
  let outcomes = first;
  for (let round = 1; ; round += 1) {
    const alone: Piece[] = [];
    const cut: Piece[] = [];
    for (const outcome of outcomes) {
      const { piece } = outcome;
      switch (takeOver(outcome, to)) {
        case "done":
          break;
        case "cut":
          cut.push(...(outcome.alone ? halved(piece) : [piece]));
          break;
        case "ask":
          if (!askedAlone.has(piece)) alone.push(piece);
      }
    }
    if ((alone.length === 0 && cut.length === 0) || round > mostRounds) return;
    const share = 2 ** -round;
    const smaller = { source: budget.source * share, output: budget.output * share };
    for (const piece of alone) askedAlone.add(piece);
    const steps = [...planSteps(cut, smaller, to, card, terms), ...alone.map((piece) => [piece])];
    expect(steps.length);
    outcomes = await runs.run(steps);
  }
}

/** Notes the translation when there is one; says what is to be done about the piece. */
function takeOver({ piece, text, cut }: PieceOutcome, to: "ja" | "en"): "done" | "cut" | "ask" {
  if (text === undefined) return cut ? "cut" : "ask";
  const coverage = coverageOf(piece.text, text, to);
  if (coverage !== "none") piece.translation = coverage === "part" ? withMarkedSentences(text, to) : text;
  if (coverage === "whole" || coverage === "same") return "done";
  // An engine that marks what it does not know would only say the same again.
  return findUntranslated(text).length > 0 ? "done" : "ask";
}

function halved(piece: Piece): Piece[] {
  if (piece.text.length < shortestCut || piece.depth >= deepestCut) return [];
  const halves = halvesOf(piece.text);
  return halves === undefined ? [] : cutPiece(piece, halves);
}
