import { guessLanguage, splitSentences } from "../../language";
import { checkFigures } from "../figures";
import { addedClause, addsAbsolute, changesRelativeTime, claimsDecision, saysOpposite } from "./changed-words";
import { compact } from "./compact";
import { isDecided } from "./decisions";
import { changedPredicate, lostCondition } from "./predicates";
import { unknownNames } from "./names";
import { sharedWords } from "./shared-words";

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
  /** What was said right after the sources: the assent to a proposal stands there. */
  following?: readonly EvidenceSource[];
}

export type EvidenceVerdict = "supported" | "unsupported" | "unsure";
export type EvidenceReason =
  "nothing-cited" | "figure" | "name" | "words" | "negation" | "modality" | "condition" | "decision" | "language";

export interface EvidenceJudgement {
  verdict: EvidenceVerdict;
  /** What speaks against the line; empty for a supported one. */
  reasons: EvidenceReason[];
}

/** Shares of a line's words that its sources have: from the first on it is theirs, below the second it is not. */
const enoughWords = 0.6;
const tooFewWords = 0.35;

/**
 * Judges whether a line follows from the sources it cites, by rules alone (reference: government documents, evidence): the
 * sources exist, every figure agrees as a value, names of people, offices and organisations occur, most words of meaning
 * occur, what is done is neither negated nor made more certain, a decision was made. Whoever calls passes only the cited
 * sources. "unsure" is what the rules cannot tell: a paraphrase, another language.
 */
export function judgeEvidence(
  line: string,
  sources: readonly EvidenceSource[],
  options: EvidenceOptions = {},
): EvidenceJudgement {
  if (sources.every(({ text }) => text.trim() === "")) return { verdict: "unsupported", reasons: ["nothing-cited"] };
  const against = new Map<EvidenceReason, "unsupported" | "unsure">();
  const texts = sources.map(({ text }) => text);
  // The source's own sentences say what the source says; only whether it decided has to be looked at.
  const isVerbatim = isQuoted(line, texts);
  if (isVerbatim && options.claim !== "decision") return { verdict: "supported", reasons: [] };
  const labels = sources.flatMap(({ label }) => label ?? []);
  const everything = [...texts, ...labels, ...(options.names ?? []), ...(options.also ?? [])];

  const figures = checkFigures(everything, line, { nearest: false });
  if (figures.length > 0) {
    against.set("figure", figures.some(({ severity }) => severity === "error") ? "unsupported" : "unsure");
  }
  if (unknownNames(line, everything).length > 0) against.set("name", "unsupported");

  if (guessLanguage(line) !== guessLanguage(texts.join("\n"))) against.set("language", "unsure");
  else if (!isVerbatim) {
    const share = sharedWords(line, everything);
    if (share < enoughWords) against.set("words", share < tooFewWords ? "unsupported" : "unsure");
    const following = (options.following ?? []).map(({ text }) => text);
    const predicate = changedPredicate(line, texts, isDecided(texts, following) === "yes");
    if (predicate !== undefined) against.set(predicate.reason, predicate.verdict);
    if (saysOpposite(line, texts)) against.set("negation", "unsupported");
    if (changesRelativeTime(line, everything)) against.set("figure", "unsupported");
    const added = addedClause(line, everything);
    if (added !== undefined && against.get("words") !== "unsupported") {
      against.set("words", added === "cause" ? "unsupported" : "unsure");
    }
    if (lostCondition(line, texts)) against.set("condition", "unsure");
    if (addsAbsolute(line, texts) && !against.has("modality")) against.set("modality", "unsure");
  }
  if (options.claim === "decision" || (!isVerbatim && claimsDecision(line))) {
    const decided = isDecided(
      texts,
      (options.following ?? []).map(({ text }) => text),
    );
    if (decided !== "yes") against.set("decision", decided === "no" ? "unsupported" : "unsure");
  }
  const verdicts = [...against.values()];
  const verdict = verdicts.includes("unsupported") ? "unsupported" : verdicts.length > 0 ? "unsure" : "supported";
  return { verdict, reasons: [...against.keys()] };
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
