import { guessLanguage, splitSentences } from "../../language";
import { checkFigures, figuresIn } from "../figures";
import { align, sourceClauses, type Aligned } from "./alignment";
import { reversesWay, swappedAnchor } from "./binding";
import { addsCause } from "./causes";
import { compact } from "./compact";
import { crossesPairs } from "./crossing";
import { claimsDecision, isDecided } from "./decisions";
import { exchangesAgents } from "./directed-acts";
import { changesQuantity, changesRate, dropsCondition, ignoresCondition, movesBoundary } from "./limits";
import { dutyOf, isMadeCertain, reachOf, saysDecided, saysDone, saysFinished } from "./modality";
import { unknownNames } from "./names";
import { noveltyOf, rivalOf } from "./novelty";
import { turnsRound } from "./polarity";
import { exceedsWhole } from "./part-of-whole";
import type { Clause, Passage } from "./reading/clause";
import { bareName, isPersonAt } from "./reading/names";
import { readPassage, speakerNames } from "./reading/read-passage";
import { Region, regionOf } from "./reading/region";
import { changesRelativeTime } from "./relative-time";
import { compareStances } from "./stances";

/** A stretch of the source that a line rests on: a paragraph, or an utterance with its speaker as label. */
export interface EvidenceSource {
  text: string;
  label?: string;
}

export interface EvidenceOptions {
  /** Names that may stand in a line although its own sources do not have them: who was spoken to. */
  names?: readonly string[];
  /** Further spellings of what the sources say: the dates that 「来週の金曜日」 stands for. */
  also?: readonly string[];
  /** "decision": the line says that something was decided, so that its sources must say that too. */
  claim?: "statement" | "decision";
  /** The rest of the document or meeting: what a line is about may be named there alone, nothing else. */
  context?: readonly EvidenceSource[];
  /** What was said right after the sources: the assent to a proposal stands there. */
  following?: readonly EvidenceSource[];
}

export type EvidenceVerdict = "supported" | "unsupported" | "unsure";
export type EvidenceReason =
  | "nothing-cited"
  | "figure"
  | "name"
  | "words"
  | "swapped"
  | "negation"
  | "modality"
  | "condition"
  | "quantity"
  | "cause"
  | "decision"
  | "language";

export interface EvidenceJudgement {
  verdict: EvidenceVerdict;
  /** What speaks against the line; empty for a supported one. */
  reasons: EvidenceReason[];
}

/** What is longer is no line: a page is not judged as one statement. */
const longestLine = 1_500;
/** Shares of a line's words of meaning that its sources have: below the first it is not theirs; from the second on one word may be new. */
const enoughWords = 0.62;
const mostWords = 0.72;

/**
 * Judges whether a line follows from the sources it cites, by rules alone (docs/evidence.md; reference: government documents,
 * evidence): who, what, figures, dates, certainty, negation, conditions and causes. Whoever calls passes only the cited
 * sources. "unsure" is left to what cannot be compared: another language whose figures agree, a text too long for one line.
 */
export function judgeEvidence(
  line: string,
  sources: readonly EvidenceSource[],
  options: EvidenceOptions = {},
): EvidenceJudgement {
  if (sources.every(({ text }) => text.trim() === "")) return { verdict: "unsupported", reasons: ["nothing-cited"] };
  const against = new Set<EvidenceReason>();
  const texts = sources.map(({ text }) => text);
  const isVerbatim = isQuoted(line, texts);
  if (isVerbatim && options.claim !== "decision") return { verdict: "supported", reasons: [] };
  const labels = sources.flatMap(({ label }) => label ?? []);
  const extra = [...labels, ...(options.names ?? []), ...(options.also ?? [])];
  const everything = [...texts, ...extra];

  if (checkFigures(everything, line, { nearest: false }).some(({ severity }) => severity === "error"))
    against.add("figure");
  const following = (options.following ?? []).map(({ text }) => text);
  if (guessLanguage(line) !== guessLanguage(texts.join("\n"))) {
    const verdict = against.size > 0 ? "unsupported" : "unsure";
    return { verdict, reasons: [...against, "language"] };
  }
  if (unknownNames(line, everything).length > 0) against.add("name");
  const claimed = options.claim === "decision" || (!isVerbatim && claimsDecision(line));
  const isSettled = isDecided(texts, following) === "yes";
  if (claimed && !isSettled) against.add("decision");
  if (line.length > longestLine)
    return { verdict: against.size > 0 ? "unsupported" : "unsure", reasons: [...against, "words"] };
  if (!isVerbatim) {
    const passage = readPassage(line);
    const passages = sources.map(({ text, label }) => readPassage(text, label));
    const { language } = passage;
    const region = regionOf(passages, extra, everything.flatMap(figuresIn));
    const rest = (options.context ?? []).map(({ text }) => text).join("\n");
    const others = new Set(
      (options.context ?? []).flatMap(({ text, label }) => speakerNames(text, label).map(bareName)),
    );
    const context = rest === "" ? undefined : new Region(rest, []);
    const own = new Region(passage.text, figuresIn(passage.text));
    const aligned = align(passage, sourceClauses(passages));
    const { share, nouns, verbs, weighty } = noveltyOf(passage, region, context, (token) =>
      isPersonAt(token.text, passage.text.slice(token.end, token.end + 4), others),
    );
    // One word of the writer's own is a paraphrase, as long as nearly everything else is the source's.
    const isParaphrase = share >= mostWords && nouns.length + verbs.length <= 1 && weighty.length === 0;
    if (share < enoughWords || (nouns.length > 0 && !isParaphrase) || verbs.length > 1) against.add("words");
    if (aligned.some((one) => rivalOf(one, own, passage.text) !== undefined)) against.add("swapped");
    if (swappedAnchor(passage, passages) !== undefined || reversesWay(passage, passages)) against.add("swapped");
    if (exceedsWhole(passage)) against.add("swapped");
    if (crossesPairs(passage, passages) || exchangesAgents(passage, passages)) against.add("swapped");
    const stances = compareStances(passage, passages);
    if ([...stances.values()].includes("opposed")) against.add("negation");
    if (aligned.some((one) => stances.get(one.clause) !== "same" && turnsRound(one, passage))) against.add("negation");
    if (changesRelativeTime(line, everything)) against.add("figure");
    if (aligned.some((one) => isMadeCertain(one, passage.text, language) && !settles(one, passages, following)))
      against.add("modality");
    if (
      !isSettled &&
      aligned.some(
        ({ clause, best }) => best[0] !== undefined && saysDone(tellsOf(clause, passage), best[0].source.sentence),
      )
    )
      against.add("modality");
    if (saysFinished(passage.text, passages.map((one) => one.text).join("\n"))) against.add("modality");
    const cited = passages.map(({ text }) => text).join("\n");
    const [duty, given] = [dutyOf(passage.text, language), dutyOf(cited, language)];
    if (duty !== 0 && given !== 0 && duty !== given) against.add("modality");
    const isOwnDecision = aligned.some((one) => settles(one, passages, following));
    if (saysDecided(passage.text) && !(isSettled && isOwnDecision)) against.add("decision");
    if (aligned.some((one) => dropsCondition(one, passage, own))) against.add("condition");
    if (ignoresCondition(passage, texts)) against.add("condition");
    if (movesBoundary(passage, passages) || changesRate(passage, passages) || changesQuantity(passage, texts))
      against.add("quantity");
    if (addsCause(passage, region, passages)) against.add("cause");
  }
  return { verdict: against.size > 0 ? "unsupported" : "supported", reasons: [...against] };
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

/** The verdict of `judgeEvidence` alone. */
export function supports(
  line: string,
  sources: readonly EvidenceSource[],
  options: EvidenceOptions = {},
): EvidenceVerdict {
  return judgeEvidence(line, sources, options).verdict;
}

/** Every sentence of the line stands in the sources, whole. */
function isQuoted(line: string, texts: readonly string[]): boolean {
  const source = texts.map(compact).join("\n");
  return splitSentences(line).every(({ start, end }) => {
    const sentence = compact(line.slice(start, end));
    const at = source.indexOf(sentence);
    if (at < 0) return false;
    const after = source[at + sentence.length] ?? "\n";
    return /[。！？!?.]$/.test(sentence) || "。！？!?.\n".includes(after);
  });
}
