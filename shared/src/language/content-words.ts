import { isHiragana, isKanji, isKatakana } from "./scripts";
import { foldWidth } from "./width";
import { splitSentences } from "./sentences";
import { isStopWord } from "./stop-words";

/** Made once: creating a segmenter costs more than segmenting a sentence. */
let segmenter: Intl.Segmenter | undefined;

/** Longest piece given to the segmenter, whose time grows with the square of the length (0.3 s at 10,000 characters). */
const longestPiece = 400;

/**
 * Words of meaning, in order, with repetitions: nouns, names, stems of verbs and adjectives; without particles, endings,
 * numbers and the commonest words. Latin words are in lower case and without a plural s, inflected Japanese words are cut to
 * their kanji (定める -> 定). Meant for ranking and comparing, not for showing.
 */
export function contentWords(text: string): string[] {
  const words: string[] = [];
  const folded = foldWidth(text);
  for (const span of splitSentences(folded)) {
    for (let start = span.start; start < span.end; start += longestPiece) {
      collect(folded.slice(start, Math.min(span.end, start + longestPiece)), words);
    }
  }
  return words;
}

function collect(piece: string, words: string[]): void {
  segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
  let katakana = "";
  const flush = (): void => {
    if (katakana.length > 1 && !isStopWord(katakana)) words.push(katakana);
    katakana = "";
  };
  for (const { segment, isWordLike } of segmenter.segment(piece)) {
    // The dictionary cuts unknown loan words into pieces; a run of katakana is one word.
    if (isWordLike === true && isKatakana(segment[0]!) && isKatakana(segment.at(-1)!)) {
      katakana += segment;
      continue;
    }
    flush();
    if (isWordLike !== true) continue;
    const word = stem(segment);
    if (word !== undefined && !isStopWord(word)) words.push(word);
  }
  flush();
}

/** The part of a word that carries meaning, or undefined when there is none. */
function stem(segment: string): string | undefined {
  if (isKanji(segment[0]!)) {
    let end = segment.length;
    while (end > 1 && isHiragana(segment[end - 1]!)) end -= 1;
    return segment.slice(0, end);
  }
  // Words all in hiragana are particles and endings, but for a few nouns (こども), which ranking does not need.
  if (isHiragana(segment[0]!)) return undefined;
  if (/^[0-9.,:%/-]+$/.test(segment)) return undefined;
  const word = segment.toLowerCase().replace(/['’]s$/, "");
  if (word.length < 2) return undefined;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
