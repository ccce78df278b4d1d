/** A citation mark in an output: where it stands, and the numbers of the source paragraphs it names. */
export interface CitationMark {
  start: number;
  end: number;
  numbers: number[];
}

/** Highest number of paragraphs one range ([3-9]) may name; more is not a citation but a slip. */
const longestRange = 20;

/** Words that models put before the numbers although they were not asked to. */
const prefix = "(?:(?:段落|出典|根拠|番号|参照|para(?:graph)?s?|source|ref)\\s*[:：]?\\s*)?";
const number = "[0-9０-９]{1,4}";
const separator = "\\s*[,，、;；・&]\\s*";
const dash = "\\s*[-–—~〜～－]\\s*";
const item = `(?:${prefix}${number}(?:${dash}${number})?(?:†[^\\]】]{0,20})?)`;
const list = `${prefix}${item}(?:${separator}${item})*`;
const square = new RegExp(`[ \\u3000]?[\\[［【]\\s*(${list})\\s*[\\]］】]`, "giu");
const squareOrRound = new RegExp(
  `[ \\u3000]?(?:[\\[［【]\\s*(${list})\\s*[\\]］】]|[(（]\\s*(${list})\\s*[)）])`,
  "giu",
);

/**
 * Writes the mark that models are asked to put behind each sentence: [1,3]. The embedded engine writes the same.
 * Numbers are those of the step's blocks, counted from 1.
 */
export function formatCitation(numbers: readonly number[]): string {
  return `[${numbers.join(",")}]`;
}

/**
 * Finds citation marks in any of the forms seen: [1,3], ［１，３］, [1][3], 【1】, [段落1], [1-3]. Round brackets, (1), are
 * taken for citations only with `round`, because they number headings too. A single space before a mark belongs to it.
 */
export function findCitations(text: string, round = false): CitationMark[] {
  const marks: CitationMark[] = [];
  for (const match of text.matchAll(round ? squareOrRound : square)) {
    const numbers = numbersOf(match[1] ?? match[2] ?? "");
    if (numbers !== undefined) marks.push({ start: match.index, end: match.index + match[0].length, numbers });
  }
  return marks;
}

/** Numbers of a list such as "1, 3-5"; undefined for a range that no one can mean. */
function numbersOf(text: string): number[] | undefined {
  const numbers: number[] = [];
  const ascii = text.normalize("NFKC").replace(/†[^,\]】]*/g, "");
  for (const match of ascii.matchAll(/([0-9]+)(?:\s*[-–—~〜]\s*([0-9]+))?/g)) {
    const first = Number(match[1]);
    const last = Number(match[2] ?? first);
    if (last < first || last - first > longestRange) return undefined;
    for (let value = first; value <= last; value += 1) numbers.push(value);
  }
  return [...new Set(numbers)];
}

/**
 * Longest beginning of a mark that a stream may have been cut in; a bracket that stays open longer is text.
 * Also what keeps the hold-back of a preview short.
 */
const longestOpenMark = 48;

/**
 * Offset from which the end of `text` may be the beginning of a citation mark (so that a preview holds it back), or the
 * length of the text when no mark is open.
 */
export function openCitationStart(text: string): number {
  const from = Math.max(0, text.length - longestOpenMark);
  for (let index = from; index < text.length; index += 1) {
    if (!"[［【".includes(text[index]!)) continue;
    const rest = text.slice(index + 1);
    if (/^[^\]］】]*$/u.test(rest) && couldBeList.test(rest)) {
      return index > 0 && " \u3000".includes(text[index - 1]!) ? index - 1 : index;
    }
  }
  // A trailing space may belong to a mark that has not begun yet.
  return /[ \u3000]$/.test(text) ? text.length - 1 : text.length;
}

const couldBeList = /^[\s0-9０-９,，、;；・&\-–—~〜～－:：†段落出典根拠番号参照a-z]*$/iu;
