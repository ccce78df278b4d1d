import { admit } from "@genai-office/shared/guards";
import { asGenaiError, higherClass, type ModelCard, type StepRunner } from "@genai-office/shared/vocabulary";
import { answerCase, judgeCase } from "./answer-case";
import type { CaseScore } from "./case-score";
import type { ReadyCase } from "./read-cases";
import { expectedOf, scoreAnswer } from "./score-case";

/**
 * Gives every case to every model that lists its task, one after the other so that latencies are not those of a queue of
 * our own. What the gate keeps from a model is not sent to it.
 */
export async function evaluateModels(
  cards: readonly ModelCard[],
  cases: readonly ReadyCase[],
  runnerFor: (card: ModelCard) => StepRunner,
  onScore: (score: CaseScore) => void,
): Promise<void> {
  for (const card of cards) {
    const runner = runnerFor(card);
    for (const one of cases)
      if (card.tasks.includes(one.evaluation.task)) onScore(await evaluateCase(card, one, runner));
  }
}

async function evaluateCase(card: ModelCard, one: ReadyCase, runner: StepRunner): Promise<CaseScore> {
  const { evaluation, source, file } = one;
  const found = judgeCase(evaluation, source);
  const judgement = { class: higherClass(evaluation.class, found.class), decision: found.decision };
  const admission = admit(judgement, card, false);
  if (!admission.allowed) return unanswered(card, one, "refused", admission.code, 0);
  const started = performance.now();
  try {
    const answer = await answerCase(evaluation, source.blocks, card, runner, judgement.class);
    const milliseconds = performance.now() - started;
    const score = scoreAnswer(evaluation, source.blocks, answer);
    return { ...score, file, model: card.id, outcome: "answered", milliseconds };
  } catch (thrown) {
    return unanswered(card, one, "failed", asGenaiError(thrown).code, performance.now() - started);
  }
}

function unanswered(
  card: ModelCard,
  { evaluation, file }: ReadyCase,
  outcome: "failed" | "refused",
  code: string,
  milliseconds: number,
): CaseScore {
  const all = expectedOf(evaluation);
  return {
    file,
    model: card.id,
    task: evaluation.task,
    outcome,
    code,
    facts: all.length,
    factsKept: 0,
    missing: all,
    said: [],
    figuresWrong: 0,
    milliseconds,
    text: "",
  };
}
