import { countCharacters } from "@genai-office/shared/language";
import type { Block, SummarizeStep } from "@genai-office/shared/vocabulary";
import type { Breather } from "./breather";
import { collectLines } from "./collect-lines";
import { collectSentences } from "./collect-sentences";
import { headingLevel } from "./line-kinds";
import { scoreSentences, type ScoredSentence } from "./score-sentences";
import { diverse, fitLength, inSourceOrder } from "./select-sentences";
import type { Section } from "./sentence";
import { usableSentences } from "./usable-sentences";

/** A line or sentence of the summary; all words are the source's own. */
export interface SummaryPiece {
  layout: "heading" | "sentence" | "bullet";
  text: string;
  /** Number of the block it stands in, from 1; none for a heading. */
  block?: number;
}

/** Sections that a page still has room to speak of one by one. */
const mostCoveredSections = 12;

/**
 * Chooses the sentences of a summary: ranked by the sentence graph, cleared of repetitions, combined so that they fit the
 * length asked for within 10 % where any combination does, in the order of the source. A source without sentences (only
 * headings, tables, captions, text without full stops) is summarized by its lines. Empty when it has no word at all.
 */
export async function extractSummary(step: SummarizeStep, breather: Breather): Promise<SummaryPiece[]> {
  const { length, language, targetCharacters } = step.options;
  const source = await collectSentences(step.blocks, sectionLevel(step.blocks), breather);
  let { sections } = source;
  let usable = usableSentences(source.sentences, language, length, targetCharacters);
  if (usable.length === 0) ({ sentences: usable, sections } = await collectLines(step.blocks, breather));
  const scored = await scoreSentences(usable, sections, breather);
  switch (length.kind) {
    case "bullets": {
      const best = await diverse(scored, length.count, breather);
      return inSourceOrder(best).map((sentence) => ({ layout: "bullet", text: sentence.text, block: sentence.block }));
    }
    case "characters":
      return (await fitted(scored, targetCharacters, breather)).map(piece);
    case "page":
      return page(covering(scored, sections), sections, targetCharacters, breather);
  }
}

/** Level of the headings that a page is divided by: the highest that divides the source at all. */
function sectionLevel(blocks: readonly Block[]): number {
  const levels = blocks.flatMap((block) => headingLevel(block) ?? []).sort((a, b) => a - b);
  return levels[1] ?? 1;
}

async function fitted(
  scored: readonly ScoredSentence[],
  target: number,
  breather: Breather,
): Promise<ScoredSentence[]> {
  const most = Math.min(400, Math.max(60, Math.ceil(target / 12)));
  return fitLength(await diverse(scored, most, breather), target, breather);
}

/** Lifts the best sentence of each section, so that a page speaks of every chapter when there are not too many. */
function covering(scored: readonly ScoredSentence[], sections: readonly Section[]): ScoredSentence[] {
  const best = new Map<number, ScoredSentence>();
  for (const sentence of scored) {
    if (sentence.score > (best.get(sentence.section)?.score ?? 0)) best.set(sentence.section, sentence);
  }
  if (best.size > mostCoveredSections || sections.length === 1) return [...scored];
  return scored.map((sentence) =>
    best.get(sentence.section) === sentence ? { ...sentence, score: sentence.score * 2 } : sentence,
  );
}

async function page(
  scored: readonly ScoredSentence[],
  sections: readonly Section[],
  target: number,
  breather: Breather,
): Promise<SummaryPiece[]> {
  let best: ScoredSentence[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  let room = target;
  // Which headings stand on the page depends on the sentences, whose room depends on the headings.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const sentences = await fitted(scored, Math.max(1, room), breather);
    const headings = titleCharacters(sentences, sections);
    const distance = Math.abs(sentences.reduce((sum, sentence) => sum + sentence.characters, headings) - target);
    if (distance < smallest) [best, smallest] = [sentences, distance];
    if (distance <= target * 0.05) break;
    room = target - headings;
  }
  const pieces: SummaryPiece[] = [];
  let section = -1;
  for (const sentence of best) {
    if (sentence.section !== section) {
      section = sentence.section;
      const { title } = sections[section]!;
      if (title !== "") pieces.push({ layout: "heading", text: title });
    }
    pieces.push(piece(sentence));
  }
  return pieces;
}

function titleCharacters(sentences: readonly ScoredSentence[], sections: readonly Section[]): number {
  const used = new Set(sentences.map((sentence) => sentence.section));
  return [...used].reduce((sum, section) => sum + countCharacters(sections[section]!.title), 0);
}

/** A phrase in the middle of sentences is not readable: it stands on a line of its own. */
function piece(sentence: ScoredSentence): SummaryPiece {
  return { layout: sentence.complete ? "sentence" : "bullet", text: sentence.text, block: sentence.block };
}
