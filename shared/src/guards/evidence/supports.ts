import { guessLanguage, splitSentences } from "../../language";
import { judgeAcross } from "./across";
import { compact } from "./compact";
import { compare } from "./comparison";
import { claimsDecision, isDecided } from "./decisions";
import { unknownNames } from "./names";
import { isDoubtful, objections } from "./objections";
import { joinRows, tellTables } from "./reading/tables";
import { foundationOf } from "./unfounded-figures";

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
  /** Said so, and put right or settled otherwise later: what a caller knows who reads the whole source. */
  | "corrected"
  | "language";

export interface EvidenceJudgement {
  verdict: EvidenceVerdict;
  /** What speaks against the line; empty for a supported one. */
  reasons: EvidenceReason[];
}

/** What is longer is no line: a page is not judged as one statement. */
const longestLine = 1_500;
/**
 * Judges whether a line follows from the sources it cites, by rules alone (docs/evidence.md; reference: government documents,
 * evidence): who, what, figures, dates, certainty, negation, conditions and causes. Whoever calls passes only the cited
 * sources. "unsure" is left to what cannot be compared: another language whose figures agree, a text too long for one line.
 */
export function judgeEvidence(
  line: string,
  cited: readonly EvidenceSource[],
  options: EvidenceOptions = {},
): EvidenceJudgement {
  if (cited.every(({ text }) => text.trim() === "")) return { verdict: "unsupported", reasons: ["nothing-cited"] };
  const against = new Set<EvidenceReason>();
  const isVerbatim = isQuoted(
    line,
    cited.map(({ text }) => text),
  );
  const sources = joinRows(cited).map((source) => ({ ...source, text: tellTables(source.text) }));
  const texts = sources.map(({ text }) => text);
  if (isVerbatim && options.claim !== "decision") return { verdict: "supported", reasons: [] };
  const labels = sources.flatMap(({ label }) => label ?? []);
  const extra = [...labels, ...(options.names ?? []), ...(options.also ?? [])];
  const everything = [...texts, ...extra];

  const foundation = foundationOf(line, everything);
  if (foundation === "unfounded") against.add("figure");
  const following = (options.following ?? []).map(({ text }) => text);
  if (guessLanguage(line) !== guessLanguage(texts.join("\n"))) {
    if (against.size > 0) return { verdict: "unsupported", reasons: [...against] };
    if (line.length > longestLine) return { verdict: "unsure", reasons: ["language"] };
    return judgeAcross(compare(line, sources, options));
  }
  if (unknownNames(line, everything).length > 0) against.add("name");
  const claimed = options.claim === "decision" || (!isVerbatim && claimsDecision(line));
  const isSettled = isDecided(texts, following) === "yes";
  if (claimed && !isSettled) against.add("decision");
  if (line.length > longestLine)
    return { verdict: against.size > 0 ? "unsupported" : "unsure", reasons: [...against, "words"] };
  if (!isVerbatim) {
    const comparison = compare(line, sources, options);
    for (const { reason, holds } of objections) if (!against.has(reason) && holds(comparison)) against.add(reason);
    if (against.size === 1 && against.has("words") && isDoubtful(comparison))
      return { verdict: "unsure", reasons: [...against] };
    if (against.size === 0 && foundation === "derived") return { verdict: "unsure", reasons: ["figure"] };
  }
  return { verdict: against.size > 0 ? "unsupported" : "supported", reasons: [...against] };
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
