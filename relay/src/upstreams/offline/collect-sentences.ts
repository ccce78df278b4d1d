import { contentWords, countCharacters, guessLanguage, isLatin, splitSentences } from "@genai-office/shared/language";
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
 * Cuts the source into the sentences that a summary may be made of. Headings, table cells, captions and tables of
 * contents are none; list items without a full stop are kept apart as phrases (`complete` false).
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
    if (block.kind === "table-cell" || isCaption(block)) continue;
    let leadsBlock = true;
    for (const span of splitSentences(block.text)) {
      if (breather.due()) await breather.rest();
      const raw = block.text.slice(span.start, span.end);
      const text = raw
        .slice(numberingLength(raw))
        .trim()
        .replace(/\s*[\r\n\v]+\s*/g, "");
      if (text.length < shortestSentence || text.length > longestSentence) continue;
      sentences.push({
        order: sentences.length,
        block: index + 1,
        text,
        characters: countCharacters(text) + (isLatin(text[0]!) ? 1 : 0),
        words: contentWords(text),
        headingWords,
        section: sections.length - 1,
        leadsBlock,
        leadsSection,
        complete: endsAsSentence(text),
      });
      leadsBlock = false;
      leadsSection = false;
    }
  }
  return { sentences, sections };
}

/** Sentences in the language asked for, when the source has a fair share of them; the engine cannot translate. */
export function inLanguage(sentences: readonly Sentence[], language: "ja" | "en"): Sentence[] {
  const own = sentences.filter((sentence) => guessLanguage(sentence.text) === language);
  return own.length * 3 >= sentences.length ? own : [...sentences];
}

function titleOf(block: Block): string {
  const label = block.label === undefined ? "" : `${block.label} `;
  return `${label}${block.text.replace(/\s+/g, " ").trim()}`;
}
