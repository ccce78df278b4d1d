import {
  contentWords,
  countCharacters,
  foldWidth,
  guessLanguage,
  isLatin,
  splitSentences,
} from "@genai-office/shared/language";
import type { Block } from "@genai-office/shared/vocabulary";
import type { Breather } from "./breather";
import { endsAsSentence, headingLevel, isCaption, numberingLength } from "./line-kinds";
import type { Section, Sentence } from "./sentence";

/** Phrases shorter than this (「以上」, dates, names of offices) say nothing by themselves. */
const shortestSentence = 10;
/** A longer "sentence" is a list or a table typed as text. */
const longestSentence = 400;

export interface SourceSentences {
  sentences: Sentence[];
  sections: Section[];
}

/**
 * Cuts the source into its sentences. Headings, captions and tables of contents are none; what has no full stop is kept
 * as a phrase (`complete` false).
 * @param sectionLevel deepest heading level that begins a section.
 */
export async function collectSentences(
  blocks: readonly Block[],
  sectionLevel: number,
  breather: Breather,
): Promise<SourceSentences> {
  const sentences: Sentence[] = [];
  const sections: Section[] = [{ title: "" }];
  let headings: { level: number; words: string[] }[] = [];
  let headingWords: ReadonlySet<string> = new Set();
  let leadsSection = true;
  for (const [index, block] of blocks.entries()) {
    if (breather.due()) await breather.rest();
    const level = headingLevel(block);
    if (level !== undefined) {
      headings = headings.filter((heading) => heading.level < level);
      headings.push({ level, words: contentWords(block.text.slice(0, 200)) });
      headingWords = new Set(headings.flatMap((heading) => heading.words));
      leadsSection = true;
      if (level <= sectionLevel) sections.push({ title: titleOf(block) });
      continue;
    }
    if (isCaption(block)) continue;
    let leadsBlock = true;
    for (const span of splitSentences(block.text)) {
      if (breather.due()) await breather.rest();
      const raw = block.text.slice(span.start, span.end);
      const text = raw
        .slice(numberingLength(raw))
        .trim()
        .replace(/\s*[\r\n\v]+\s*/g, "")
        .replace(/\t+/g, "\u3000");
      if (text.length < shortestSentence || text.length > longestSentence) continue;
      sentences.push({
        order: sentences.length,
        block: index + 1,
        text,
        characters: countCharacters(text) + (isLatin(text[0]!) ? 1 : 0),
        language: guessLanguage(text),
        words: [...contentWords(text), ...figures(text)],
        headingWords,
        section: sections.length - 1,
        leadsBlock,
        leadsSection,
        complete: endsAsSentence(text),
        origin: block.kind === "table-cell" ? "table" : block.kind === "list-item" ? "list" : "text",
      });
      leadsBlock = false;
      leadsSection = false;
    }
  }
  return { sentences, sections };
}

function titleOf(block: Block): string {
  const label = block.label === undefined ? "" : `${block.label} `;
  return `${label}${block.text.replace(/\s+/g, " ").trim()}`;
}

/**
 * Figures of two digits and more, as words: sentences that name the same figures tell the same fact, however they put it.
 */
function figures(text: string): string[] {
  return foldWidth(text).match(/[0-9][0-9,.]*[0-9]/g) ?? [];
}
