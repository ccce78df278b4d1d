import { estimateCost } from "@genai-office/shared/models";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import type { CaseScore, TaskScore } from "./case-score";

/**
 * Sums up the cases of one model and task. A case without an answer keeps none of its facts; latency, tokens and cost are
 * those of the cases that were answered.
 */
export function scoreOf(card: ModelCard, scores: readonly [CaseScore, ...CaseScore[]]): TaskScore {
  const answered = scores.filter((score) => score.outcome === "answered");
  const statements = answered.flatMap((score) => score.statements ?? []);
  const lengths = answered.flatMap((score) => score.lengthKept ?? []);
  const counted = answered.flatMap((score) => score.tokens ?? []);
  const usage = {
    inputTokens: sum(counted, ({ input }) => input),
    outputTokens: sum(counted, ({ output }) => output),
  };
  const cost = counted.length === 0 ? undefined : estimateCost(card, usage);
  const allStatements = sum(statements, ({ all }) => all);
  return {
    model: card.id,
    task: scores[0].task,
    cases: scores.length,
    answered: answered.length,
    failed: scores.filter((score) => score.outcome === "failed").length,
    refused: scores.filter((score) => score.outcome === "refused").length,
    factsKept: share(
      sum(scores, (score) => score.factsKept),
      sum(scores, (score) => score.facts),
    )!,
    figuresWrong: sum(answered, (score) => score.figuresWrong),
    wrongWords: sum(answered, (score) => score.said.length),
    evidenceSupported: share(
      sum(statements, ({ supported }) => supported),
      allStatements,
    ),
    lengthKept: share(lengths.filter(Boolean).length, lengths.length),
    medianMs: median(answered.map((score) => score.milliseconds)),
    tokens: counted.length === 0 ? null : usage.inputTokens + usage.outputTokens,
    cost: cost?.amount ?? null,
    currency: cost?.currency ?? null,
  };
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const value = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return Math.round(value);
}
