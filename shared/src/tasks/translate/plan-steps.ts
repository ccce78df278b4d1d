import { termsIn } from "../../guards";
import { cutText, estimateTokens, translationTokens } from "../../language";
import { stepBudget } from "../../models";
import { formatNumberedBlock, termLine, translateMessages } from "../../prompts";
import type { ModelCard, TermPair, TranslateStep } from "../../vocabulary";
import { cutPiece, type Piece } from "./piece";

/** Larger steps gain nothing: the answer comes later, fewer run side by side, and models lose count. */
const largestStepTokens = 6_000;
const largestStepEntries = 50;

/** What one step may hold, in the model's tokens. */
export interface TranslateBudget {
  source: number;
  output: number;
}

type Tokens = Pick<ModelCard, "tokensPerCharacter">;

/**
 * What one step of this request may hold. The rules of translation are longer than what `stepBudget` sets aside for a
 * prompt, so they are counted as they are.
 * @param step a step of the request; its blocks and terms are not looked at
 */
export function translateBudget(card: ModelCard, step: TranslateStep): TranslateBudget {
  const budget = stepBudget(card);
  const empty: TranslateStep = { ...step, blocks: [], options: { ...step.options, terms: [] } };
  const rules = translateMessages(empty).reduce((sum, { content }) => sum + estimateTokens(content, card), 40);
  const output = budget.outputCharacters * card.tokensPerCharacter;
  const room = card.contextTokens - output - rules;
  const source = Math.min(budget.sourceCharacters * card.tokensPerCharacter, room * 0.95, largestStepTokens);
  // A context smaller than its rules still carries something: the model's server has the last word.
  return { source: Math.max(source, card.contextTokens / 8), output };
}

/** `[[12]] ` and the line's end. */
const markTokens = 7;

/**
 * Packs pieces into steps in their order, as many as fit both the source and the answer. A piece that does not fit alone
 * is cut at sentence ends.
 */
export function planSteps(
  pieces: readonly Piece[],
  budget: TranslateBudget,
  to: "ja" | "en",
  card: Tokens,
  terms: readonly TermPair[],
): Piece[][] {
  const cost = (text: string): TranslateBudget => ({
    source:
      estimateTokens(formatNumberedBlock(1, text), card) +
      termsIn(text, terms).reduce((sum, term) => sum + estimateTokens(`- ${termLine(term, to)}\n`, card), 0),
    output: translationTokens(text, to, card) + markTokens,
  });
  const fits = ({ source, output }: TranslateBudget): boolean => source <= budget.source && output <= budget.output;
  const steps: Piece[][] = [];
  let step: Piece[] = [];
  let used: TranslateBudget = { source: 0, output: 0 };
  for (const whole of pieces) {
    const small = fits(cost(whole.text));
    for (const piece of small
      ? [whole]
      : cutPiece(
          whole,
          cutText(whole.text, (text) => fits(cost(text))),
        )) {
      const more = cost(piece.text);
      const sum = { source: used.source + more.source, output: used.output + more.output };
      if (step.length > 0 && (!fits(sum) || step.length >= largestStepEntries)) {
        steps.push(step);
        step = [];
        used = more;
      } else used = sum;
      step.push(piece);
    }
  }
  if (step.length > 0) steps.push(step);
  return steps;
}
