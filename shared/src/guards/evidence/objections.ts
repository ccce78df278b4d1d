import { reversesWay, swappedAnchor } from "./binding";
import { addsCause } from "./causes";
import type { Comparison } from "./comparison";
import { contraries } from "./contraries/contraries";
import { crossesPairs } from "./crossing";
import { isDecided } from "./decisions";
import { exchangesAgents } from "./directed-acts";
import { changesQuantity, changesRate, dropsCondition, ignoresCondition, movesBoundary } from "./limits";
import { changesDuty, isMadeCertain, reachOf, saysDecided, saysDone, saysFinished } from "./modality";
import { turnsKindsRound } from "./from-to";
import { saysAlready } from "./already";
import { rivalOf } from "./novelty";
import { exceedsWhole } from "./part-of-whole";
import { exchangesCounters } from "./counters";
import { denies } from "./denial";
import { changesRelativeTime } from "./relative-time";
import { bindsFigureElsewhere } from "./figure-binding";
import { turnsChangeRound } from "./transitions";
import { tellsTurnedDown } from "./turned-down";
import { givesToAnotherSpeaker } from "./speakers";
import { exchangesEnglishAgents } from "./english-agents";
import { tellsDone } from "./tense";
import { exchangesActs } from "./actors";
import { exchangesOwners } from "./owners";
import { leavesOutOthers } from "./exclusivity";
import { actsInsteadOf } from "./other-agent";
import { putsSecondFirst, ranksFigureWrongly, ranksWrongly } from "./ranking";
import { tellsAnotherOrder } from "./order-told";
import type { Aligned } from "./alignment";
import type { Clause, Passage } from "./reading/clause";
import { bareName } from "./reading/names";
import type { EvidenceReason } from "./supports";

/** Shares of a line's words of meaning that its sources have: below the first it is not theirs. */
const enoughWords = 0.62;
/** From here on one word may be new; from the next on two verbs may be. */
const mostWords = 0.72;
const nearlyAllWords = 0.85;
/** From here on a word or two of the writer's own are left to people. */
const mostlyTheirs = 0.55;

/** What is over, lifted or begun again is no other wording of what goes on. */
const endings = /^(?:解除|終了|完了|終結|収束|解消|再開|撤廃|撤回|失効|全線復旧)$/u;

/** What may speak against a line; each looks at the whole comparison and knows nothing of the others. */
export const objections: readonly { name: string; reason: EvidenceReason; holds: (one: Comparison) => boolean }[] = [
  { name: "strange words", reason: "words", holds: hasStrangeWords },
  {
    name: "another word in a role",
    reason: "swapped",
    holds: ({ aligned, own, line, passages }) =>
      aligned.some((one) => rivalOf(one, own, line.text, speakersIn(passages)) !== undefined),
  },
  {
    name: "anchor with other things",
    reason: "swapped",
    holds: ({ line, passages }) => swappedAnchor(line, passages) !== undefined,
  },
  {
    name: "figure bound elsewhere",
    reason: "swapped",
    holds: ({ line, passages }) => bindsFigureElsewhere(line, passages),
  },
  { name: "counters exchanged", reason: "figure", holds: ({ line, texts }) => exchangesCounters(line.text, texts) },
  { name: "figure turned down", reason: "figure", holds: ({ line, texts }) => tellsTurnedDown(line.text, texts) },
  { name: "kinds turned round", reason: "swapped", holds: ({ line, texts }) => turnsKindsRound(line.text, texts) },
  {
    name: "figure of the other rank",
    reason: "swapped",
    holds: ({ line, passages }) => ranksFigureWrongly(line, passages),
  },
  { name: "not yet, said already", reason: "modality", holds: ({ line, texts }) => saysAlready(line.text, texts) },
  { name: "change turned round", reason: "swapped", holds: ({ line, passages }) => turnsChangeRound(line, passages) },
  { name: "way reversed", reason: "swapped", holds: ({ line, passages }) => reversesWay(line, passages) },
  { name: "part above whole", reason: "swapped", holds: ({ line }) => exceedsWhole(line) },
  { name: "wrong rank", reason: "swapped", holds: ({ line, passages }) => ranksWrongly(line, passages) },
  { name: "second put first", reason: "swapped", holds: ({ line, passages }) => putsSecondFirst(line, passages) },
  { name: "another order", reason: "swapped", holds: ({ line, passages }) => tellsAnotherOrder(line, passages) },
  {
    name: "acts instead of another",
    reason: "swapped",
    holds: ({ aligned, line }) => aligned.some((one) => actsInsteadOf(one, line)),
  },
  { name: "pairs crossed", reason: "swapped", holds: ({ line, passages }) => crossesPairs(line, passages) },
  {
    name: "English agents exchanged",
    reason: "swapped",
    holds: ({ line, passages }) => exchangesEnglishAgents(line, passages),
  },
  {
    name: "told as done",
    reason: "modality",
    holds: ({ aligned, line, isSettled }) =>
      line.language === "en" &&
      !isSettled &&
      aligned.some(
        ({ clause, best: [first] }) =>
          first !== undefined && first.score >= 0.4 && tellsDone(clause.text, "en", first.source.sentence, "en"),
      ),
  },
  {
    name: "another speaker's",
    reason: "swapped",
    holds: ({ line, passages }) => givesToAnotherSpeaker(line, passages),
  },
  { name: "agents exchanged", reason: "swapped", holds: ({ line, passages }) => exchangesAgents(line, passages) },
  { name: "acts exchanged", reason: "swapped", holds: ({ line, passages }) => exchangesActs(line, passages) },
  { name: "owners exchanged", reason: "swapped", holds: ({ line, passages }) => exchangesOwners(line, passages) },
  { name: "stance opposed", reason: "negation", holds: ({ stances }) => [...stances.values()].includes("opposed") },
  {
    name: "turned round",
    reason: "negation",
    holds: ({ aligned, stances, line }) =>
      aligned.some((one) => stances.get(one.clause) !== "same" && denies(one, line)),
  },
  {
    name: "another relative time",
    reason: "figure",
    holds: ({ line, everything }) => changesRelativeTime(line.text, everything),
  },
  {
    name: "made certain",
    reason: "modality",
    holds: ({ aligned, line, passages, following }) =>
      aligned.some((one) => isMadeCertain(one, line.text, line.language) && !settles(one, passages, following)),
  },
  {
    name: "to come, said done",
    reason: "modality",
    holds: ({ aligned, line, isSettled }) =>
      !isSettled &&
      aligned.some(
        ({ clause, best }) => best[0] !== undefined && saysDone(tellsOf(clause, line), best[0].source.sentence),
      ),
  },
  {
    name: "open, said finished",
    reason: "modality",
    holds: ({ line, passages }) => saysFinished(line.text, passages.map(({ text }) => text).join("\n")),
  },
  {
    name: "ended anew",
    reason: "modality",
    holds: ({ novelty }) => novelty.verbs.some((verb) => endings.test(verb)),
  },
  {
    name: "another duty",
    reason: "modality",
    holds: ({ line, aligned }) =>
      aligned.some(({ clause, best: [first] }) => {
        if (first === undefined || first.score < 0.4) return false;
        return changesDuty(tellsOf(clause, line), line.language, first.source.sentence, line.language);
      }),
  },
  {
    name: "not decided",
    reason: "decision",
    holds: ({ line, isSettled, aligned, passages, following }) =>
      saysDecided(line.text) && !(isSettled && aligned.some((one) => settles(one, passages, following))),
  },
  {
    name: "condition dropped",
    reason: "condition",
    holds: ({ aligned, line, own }) => aligned.some((one) => dropsCondition(one, line, own)),
  },
  { name: "condition ignored", reason: "condition", holds: ({ line, texts }) => ignoresCondition(line, texts) },
  { name: "boundary moved", reason: "quantity", holds: ({ line, passages }) => movesBoundary(line, passages) },
  {
    name: "others left out",
    reason: "quantity",
    holds: ({ aligned, line }) => aligned.some((one) => leavesOutOthers(one, line)),
  },
  { name: "another rate", reason: "quantity", holds: ({ line, passages }) => changesRate(line, passages) },
  { name: "another quantity", reason: "quantity", holds: ({ line, texts }) => changesQuantity(line, texts) },
  { name: "cause added", reason: "cause", holds: ({ line, region, passages }) => addsCause(line, region, passages) },
  ...contraries,
];

/** Who speaks in several sources: what each of them says is compared by itself (`speakers`). */
function speakersIn(passages: readonly Passage[]): ReadonlySet<string> {
  return new Set(passages.length > 1 ? passages.flatMap(({ speaker }) => speaker.map(bareName)) : []);
}

/** One word of the writer's own is a paraphrase, as long as nearly everything else is the source's. */
function hasStrangeWords({ novelty: { share, nouns, verbs, weighty } }: Comparison): boolean {
  const fresh = nouns.length + verbs.length;
  const isParaphrase =
    weighty.length === 0 && (fresh <= 1 ? share >= mostWords : fresh <= 2 && share >= nearlyAllWords);
  return share < enoughWords || (nouns.length > 0 && !isParaphrase) || (verbs.length > 1 && !isParaphrase);
}

/** What is given as a cause may not be a word of the writer's own. */
const givesCause = /要因|原因|理由|背景|により|による|ため|\b(?:because|due|cause)/iu;

/** When and where something was is no other wording. */
const tellsWhere = /.[時所先場館室]$/u;

/** A word or two that may be another wording or something new, as long as nobody new acts: a person has to look. */
export function isDoubtful({ line, novelty: { share, nouns, verbs, weighty, agents } }: Comparison): boolean {
  if (nouns.length + verbs.length > 2) return false;
  if (share >= mostWords && weighty.length === 0) return true;
  if (share < mostlyTheirs || agents.length > 0 || givesCause.test(line.text)) return false;
  return !nouns.some((noun) => tellsWhere.test(noun));
}

/** A clause and what follows it in its sentence: the tense stands at the end. Reporting is told of the line as a whole. */
function tellsOf(clause: Clause, { clauses }: Passage): string {
  return clauses
    .flatMap((one) => (one.sentence === clause.sentence && one.start >= clause.start ? one.text : []))
    .join("");
}

/** True when what a clause rests on was decided: in the same breath, or by what was said after it. */
function settles({ needed }: Aligned, passages: readonly Passage[], following: readonly string[]): boolean {
  return needed.some(({ passage, sentence, clause }) => {
    const after = passage.clauses.filter((other) => other.sentence > clause.sentence).map(({ text }) => text);
    const later = passages.slice(passages.indexOf(passage) + 1).map(({ text }) => text);
    return isDecided([reachOf(sentence, clause.text)], [after.join(""), ...later, ...following]) === "yes";
  });
}
