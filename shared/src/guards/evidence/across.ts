import type { Comparison } from "./comparison";
import { bindsFigureElsewhere } from "./figure-binding";
import { denies } from "./denial";
import { exchangesEnglishAgents } from "./english-agents";
import { givesToAnotherName } from "./names-across";
import { claimsDecision } from "./decisions";
import { saysNo } from "./polarity";
import { changesDuty, isMadeCertain } from "./modality";
import { changesQuantity, changesRate, dropsCondition, movesBoundary } from "./limits";
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
  { reason: "swapped", holds: ({ line, passages }) => givesToAnotherName(line, passages) },
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
  { reason: "quantity", holds: ({ line, passages }) => changesRate(line, passages) },
  { reason: "quantity", holds: ({ line, texts }) => changesQuantity(line, texts) },
];

/** Judges a line by sources in the other language: figures, direction, certainty and enough words whose meaning is known. */
export function judgeAcross(comparison: Comparison): EvidenceJudgement {
  const against = new Set<EvidenceReason>();
  for (const { reason, holds } of objections) if (holds(comparison)) against.add(reason);
  const { share } = comparison.novelty;
  if (share < few) against.add("words");
  if (against.size > 0) return { verdict: "unsupported", reasons: [...against] };
  if (share >= enough && !namesAnother(comparison) && !comparesAnew(comparison) && !deniesAnew(comparison))
    return { verdict: "supported", reasons: [] };
  return { verdict: "unsure", reasons: ["language"] };
}

/** One of the two says no where the other does not, in words that no table pairs: what is denied is for a person to see. */
function deniesAnew({ aligned, line }: Comparison): boolean {
  const near = aligned.filter(({ best: [first] }) => first !== undefined && first.score >= 0.45);
  if (near.length === 0) return false;
  const isDenied = near.some(({ needed }) =>
    needed.some(({ sentence, passage }) => saysNo(sentence, passage.language)),
  );
  return saysNo(line.text, line.language) !== isDenied;
}

const compared =
  /\b(?:higher|lower|more|fewer|less|larger|smaller|greater|longer|shorter|earlier|later)\b[^.]*\bthan\b(?!\s*(?:[0-9]|half|a (?:third|quarter)))|より(?:も)?(?:高|低|多|少|大き|小さ|長|短|早|遅)|を(?:上|下)回/iu;
const comparing =
  /より|比べ|比較|対し|上回|下回|超え|未満|増|減|\bthan\b|\bcompared\b|\bexceed|\babove\b|\bbelow\b|\brose\b|\bfell\b|increas|decreas/iu;

/** A comparison that the sources do not make: whether their figures bear it out is for a person to see. */
function comparesAnew({ line, texts }: Comparison): boolean {
  return compared.test(line.text) && !texts.some((text) => comparing.test(text));
}

/** A foreign name in a line that sources in the other language do not seem to have: nobody can tell by rule. */
function namesAnother({ line, region }: Comparison): boolean {
  if (line.language === "ja")
    return line.clauses.some(({ tokens }) =>
      tokens.some(
        (token) => /^[ァ-ヴー]{3,}$/u.test(token.text) && !token.light && region.covers(token, line.text).share < 0.5,
      ),
    );
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
