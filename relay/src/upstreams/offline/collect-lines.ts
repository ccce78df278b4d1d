import { contentWords, countCharacters, guessLanguage } from "@genai-office/shared/language";
import type { Block } from "@genai-office/shared/vocabulary";
import type { Breather } from "./breather";
import type { SourceSentences } from "./collect-sentences";
import { headingLevel } from "./line-kinds";
import type { Sentence } from "./sentence";

/** A longer line is cut where its author paused. */
const longestLine = 120;

/**
 * Takes the lines of a source that has no sentence to choose from, as they stand: headings, list items, table cells,
 * captions, text without a full stop. Empty only for a source without a letter or digit.
 */
export async function collectLines(blocks: readonly Block[], breather: Breather): Promise<SourceSentences> {
  const sentences: Sentence[] = [];
  for (const [index, block] of blocks.entries()) {
    if (breather.due()) await breather.rest();
    for (const [place, text] of linesOf(block.text).entries()) {
      sentences.push({
        order: sentences.length,
        block: index + 1,
        text,
        characters: countCharacters(text),
        language: guessLanguage(text),
        words: contentWords(text),
        headingWords: new Set(),
        section: 0,
        leadsBlock: place === 0,
        // Where there are no sentences the headings say most.
        leadsSection: place === 0 && headingLevel(block) !== undefined,
        complete: false,
        origin: block.kind === "table-cell" ? "table" : block.kind === "list-item" ? "list" : "text",
      });
    }
  }
  return { sentences, sections: [{ title: "" }] };
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n\v\u2028\u2029]+/)
    .flatMap(parts)
    .map((line) => line.replace(/^[\s・●○◯■□◆◇▪•‣]+/u, "").trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}

/** Parts of a line that are no longer than the longest line, where commas and spaces allow it. */
function parts(line: string): string[] {
  const text = line.replace(/\t+/g, "\u3000");
  if (text.length <= longestLine) return [text];
  const pieces: string[] = [];
  let current = "";
  for (const phrase of text.match(/[^、，,。\s]*[、，,。\s]+|[^、，,。\s]+/g) ?? []) {
    if (current !== "" && current.length + phrase.length > longestLine) {
      pieces.push(current);
      current = "";
    }
    current += phrase;
  }
  return [...pieces, current];
}
