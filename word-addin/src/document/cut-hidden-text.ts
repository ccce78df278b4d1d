import type { ShownParagraph } from "@genai-office/shared/guards/injection/word";

/** What a reader sees of a paragraph's text, where that is less than all of it. */
export interface CutText {
  shown: string;
  /** True when hidden text stands at the end: what is inserted behind it takes over how it looks. */
  endsHidden: boolean;
}

export interface CutTexts {
  /** For each text: what is left of it, or undefined where it is shown as a whole. */
  cut: (CutText | undefined)[];
  /** Paragraphs whose hidden text was found in none of the texts, although it may stand in one that OOXML words otherwise. */
  unplaced: number;
}

/**
 * Takes the text that a document does not show out of the texts of its paragraphs. Paragraphs are known by their text,
 * since OOXML has no session ids. Where equal paragraphs hide and show, and their number differs (OOXML brings whole rows
 * of tables along), all of them are taken to hide. A paragraph that OOXML words otherwise (notes, fields) loses the hidden
 * stretches that are found in it.
 *
 * @param texts of the paragraphs, in the order of the document
 */
export function cutHiddenText(texts: readonly string[], paragraphs: readonly ShownParagraph[]): CutTexts {
  const byText = new Map<string, ShownParagraph[]>();
  for (const paragraph of paragraphs) {
    const key = bare(paragraph.full);
    const same = byText.get(key);
    if (same === undefined) byText.set(key, [paragraph]);
    else same.push(paragraph);
  }
  const indexes = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const key = bare(text);
    indexes.set(key, [...(indexes.get(key) ?? []), index]);
  });
  const cut: (CutText | undefined)[] = texts.map(() => undefined);
  const others: number[] = [];
  for (const [key, places] of indexes) {
    const same = byText.get(key);
    if (same === undefined) {
      others.push(...places);
      continue;
    }
    byText.delete(key);
    const most = same.reduce((least, one) => (one.shown.length < least.shown.length ? one : least));
    places.forEach((place, nth) => {
      const paragraph = same.length === places.length ? same[nth]! : most;
      if (paragraph.pieces !== undefined)
        cut[place] = { shown: paragraph.shown, endsHidden: endsWithPiece(paragraph, key) };
    });
  }
  const left = [...byText.values()].flat().filter(({ pieces }) => pieces !== undefined);
  const unplaced = others.length === 0 ? [] : left.filter((paragraph) => !cutPieces(paragraph, others, texts, cut));
  return { cut, unplaced: unplaced.length };
}

/** Cuts a paragraph's hidden pieces out of the first text that holds all of them; false where there is none. */
function cutPieces(
  { pieces = [] }: ShownParagraph,
  others: readonly number[],
  texts: readonly string[],
  cut: (CutText | undefined)[],
): boolean {
  for (const index of others) {
    const shown = without(cut[index]?.shown ?? texts[index]!, pieces);
    if (shown === undefined) continue;
    cut[index] = { shown, endsHidden: endsWithPiece({ pieces }, bare(texts[index]!)) };
    return true;
  }
  return false;
}

/** `text` without `pieces`, which stand in it in this order; undefined where they do not. */
function without(text: string, pieces: readonly string[]): string | undefined {
  let shown = "";
  let rest = text;
  for (const piece of pieces) {
    const words = piece.trim();
    if (words === "") continue;
    const at = rest.indexOf(words);
    if (at === -1) return undefined;
    shown += rest.slice(0, at);
    rest = rest.slice(at + words.length);
  }
  return shown + rest;
}

function endsWithPiece({ pieces = [] }: Pick<ShownParagraph, "pieces">, bareText: string): boolean {
  return bareText.endsWith(bare(pieces.at(-1) ?? " "));
}

function bare(text: string): string {
  return text.replace(/[\s\u000b]+/g, "");
}
