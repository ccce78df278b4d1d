import type { Comparison } from "./comparison";
import { bindsFigureElsewhere } from "./figure-binding";
import { denies } from "./denial";
import { exchangesEnglishAgents } from "./english-agents";
import { claimsDecision } from "./decisions";
import { changesDuty, isMadeCertain } from "./modality";
import { changesQuantity, dropsCondition, movesBoundary } from "./limits";
import { tellsDone } from "./tense";
import { turnsChangeRound } from "./transitions";
import type { EvidenceJudgement, EvidenceReason } from "./supports";

/** Shares of a line's words whose meaning its sources have: enough to stand by it, and too few to be about the same. */
const enough = 0.6;
const few = 0.2;

/** What can speak against a line in another language than its sources. */
const objections: readonly { reason: EvidenceReason; holds: (one: Comparison) => boolean }[] = [
  { reason: "swapped", holds: ({ line, passages }) => bindsFigureElsewhere(line, passages) },
  { reason: "swapped", holds: ({ line, passages }) => turnsChangeRound(line, passages) },
  { reason: "swapped", holds: ({ line, passages }) => exchangesEnglishAgents(line, passages) },
  { reason: "negation", holds: ({ aligned, line }) => aligned.some((one) => denies(one, line)) },
  {
    reason: "modality",
    holds: ({ aligned, line }) => aligned.some((one) => isMadeCertain(one, line.text, line.language)),
  },
  {
    reason: "modality",
    holds: ({ aligned, line }) =>
      aligned.some(
        ({ clause, best: [first] }) =>
          first !== undefined &&
          first.score >= 0.3 &&
          tellsDone(clause.text, line.language, first.source.sentence, first.source.passage.language),
      ),
  },
  {
    reason: "modality",
    holds: ({ aligned, line }) =>
      aligned.some(
        ({ clause, best: [first] }) =>
          first !== undefined &&
          first.score >= 0.4 &&
          changesDuty(clause.text, line.language, first.source.sentence, first.source.passage.language),
      ),
  },
  { reason: "decision", holds: ({ line, isSettled }) => claimsDecision(line.text) && !isSettled },
  {
    reason: "condition",
    holds: ({ aligned, line, own }) => aligned.some((one) => dropsCondition(one, line, own)),
  },
  { reason: "quantity", holds: ({ line, passages }) => movesBoundary(line, passages) },
  { reason: "quantity", holds: ({ line, texts }) => changesQuantity(line, texts) },
];

/** Judges a line by sources in the other language: figures, direction, certainty and enough words whose meaning is known. */
export function judgeAcross(comparison: Comparison): EvidenceJudgement {
  const against = new Set<EvidenceReason>();
  for (const { reason, holds } of objections) if (holds(comparison)) against.add(reason);
  const { share } = comparison.novelty;
  if (share < few) against.add("words");
  if (against.size > 0) return { verdict: "unsupported", reasons: [...against] };
  if (share >= enough && !namesAnother(comparison)) return { verdict: "supported", reasons: [] };
  return { verdict: "unsure", reasons: ["language"] };
}

/** A Latin name in the middle of an English sentence that the Japanese sources do not seem to have: nobody can tell by rule. */
function namesAnother({ line, region }: Comparison): boolean {
  if (line.language === "ja") return false;
  return line.clauses.some(({ tokens }) =>
    tokens.some(
      (token) =>
        token.kind === "word" &&
        /^[A-Z][a-z]{2,}/.test(token.text) &&
        !token.light &&
        !/(?:^|[.!?:]\s+)$/.test(line.text.slice(0, token.start)) &&
        !/^(?:January|February|March|April|May|June|July|August|September|October|November|December|Japan|Japanese|Mr|Ms|Dr|Prof)/.test(
          token.text,
        ) &&
        region.covers(token, line.text).share < 0.5,
    ),
  );
}
