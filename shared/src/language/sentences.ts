import { pairBrackets } from "./brackets";
import { endsInAbbreviation, isListNumber } from "./sentence-exceptions";
import { isDigit, isJapanese, isLatin } from "./scripts";
import type { Span } from "../vocabulary";

const lineBreaks = "\n\r\u2028\u2029\v";
/** End a sentence wherever they stand outside brackets. */
const japaneseEnds = "。｡！？‼⁇⁈⁉";
/** End a sentence when what follows agrees. */
const latinEnds = ".!?．";
const closers = "」』）】〕］｝〉》”’)]}\"'";
/** With these words a sentence goes on after a closed quotation or a question mark: 「…。」と述べた, なぜ？という声. */
const continuesAfterQuote =
  /^(?:と(?!ころで|もに)|って|の|を|が(?!、)|は|に(?!よる)|も|で(?!は、)|や|へ|等|など|から|まで|より|、|，|,|・)/;
const continuesAfterMark = /^(?:と(?!ころで|もに|はいえ)|って|の|を|が(?!、)|、|，|,)/;

/**
 * Cuts a Japanese or English text into sentences. The spans follow each other without a gap and cover the text without
 * loss; white space and line breaks after a sentence belong to it.
 *
 * A sentence ends at 。！？ (with the closing brackets after them), at . ! ? where English ends one, and at a line break,
 * so that headings and list items without 。 stand alone; a line that ends in 、 or that goes on in small Latin letters
 * does not end there. Nothing is cut inside brackets or quotation marks that close on the same line, nor after them
 * where the sentence goes on (「…。」と述べた, （…という。）は), nor in 3.14, e.g., "No. 5", 「１．目的」.
 * Linear in the length of the text (Intl.Segmenter is not; reference: stack, Intl.Segmenter).
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  const closeOf = pairBrackets(text);
  let start = 0;
  let index = 0;
  const cut = (end: number): void => {
    const next = skipWhiteSpace(text, end);
    spans.push({ start, end: next });
    start = next;
    index = next;
  };
  while (index < text.length) {
    const character = text[index]!;
    const close = closeOf.get(index);
    if (close !== undefined) {
      const from = index;
      index = close + 1;
      if (endsInside(text, from, close) && endsAfterBracket(text, from === skipWhiteSpace(text, start), close))
        cut(index);
    } else if (lineBreaks.includes(character)) {
      if (lineGoesOn(text, start, index)) index += 1;
      else cut(index + 1);
    } else if (japaneseEnds.includes(character) || latinEnds.includes(character)) {
      const end = endOfMarks(text, index, closeOf);
      if (endsHere(text, start, index, end)) cut(end);
      else index = end;
    } else index += 1;
  }
  if (start < text.length) {
    const last = spans.at(-1);
    // White space alone is no sentence; it belongs to the one before, if there is one.
    if (last !== undefined && text.slice(start).trim() === "") last.end = text.length;
    else spans.push({ start, end: text.length });
  }
  return spans;
}

/** Sentences as texts, white space around them removed, empty ones left out. */
export function sentencesOf(text: string): string[] {
  return splitSentences(text)
    .map((span) => text.slice(span.start, span.end).trim())
    .filter((sentence) => sentence !== "");
}

function skipWhiteSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && text[index]!.trim() === "") index += 1;
  return index;
}

/** Index after a run of end marks and the closing brackets that follow them. */
function endOfMarks(text: string, from: number, closeOf: ReadonlyMap<number, number>): number {
  let index = from + 1;
  while (index < text.length && (japaneseEnds + latinEnds).includes(text[index]!)) index += 1;
  while (index < text.length && closers.includes(text[index]!) && !closeOf.has(index)) index += 1;
  return index;
}

function endsHere(text: string, start: number, mark: number, end: number): boolean {
  const character = text[mark]!;
  const before = text[mark - 1] ?? "";
  const after = text[end] ?? "";
  if ("。｡".includes(character)) return true;
  if (after === "" || lineBreaks.includes(after)) return !isListNumber(text.slice(start, mark));
  const rest = text.slice(end, end + 8);
  if (japaneseEnds.includes(character)) return !continuesAfterMark.test(rest);
  const sentence = text.slice(Math.max(start, mark - 24), mark);
  if (mark - start <= 8 && isListNumber(text.slice(start, mark))) return false;
  if (character === "．") {
    return !isDigit(before) && !isLatin(before) ? !isDigit(after) : after.trim() === "" && !isDigit(before);
  }
  if (isJapanese(before) || "）」』".includes(before)) return character === "." || !continuesAfterMark.test(rest);
  if (after.trim() !== "") return false;
  const next = text[skipWhiteSpace(text, end)] ?? "";
  if (next !== "" && next === next.toLowerCase() && next !== next.toUpperCase()) return false;
  return character !== "." || !endsInAbbreviation(sentence, next);
}

/** True when the last mark inside the brackets ends a sentence. */
function endsInside(text: string, open: number, close: number): boolean {
  let index = close - 1;
  while (index > open && (closers.includes(text[index]!) || text[index]!.trim() === "")) index -= 1;
  return index > open && (japaneseEnds + ".!?").includes(text[index]!);
}

/**
 * True when the sentence ends with the bracket whose content ended in a mark. A bracket inside a sentence (（…という。）)
 * ends it only before white space; one that opened the sentence ends it unless a particle follows.
 */
function endsAfterBracket(text: string, opensSentence: boolean, close: number): boolean {
  const after = text[close + 1] ?? "";
  if (after === "" || lineBreaks.includes(after)) return true;
  if (after.trim() === "") {
    const next = text[skipWhiteSpace(text, close + 1)] ?? "";
    return !(next === next.toLowerCase() && next !== next.toUpperCase());
  }
  if (closers.includes(after) || "。｡.．！？!?".includes(after)) return false;
  if ("」』".includes(text[close]!) && "「『".includes(after)) return true;
  return opensSentence && isJapanese(after) && !continuesAfterQuote.test(text.slice(close + 1, close + 9));
}

/** True for a line break that only wraps a line: after 、 or between small Latin letters. */
function lineGoesOn(text: string, start: number, lineBreak: number): boolean {
  const before = text.slice(Math.max(start, lineBreak - 24), lineBreak).trimEnd();
  const rest = text.slice(lineBreak + 1, lineBreak + 25);
  if (before === "" || /^\s*[\n\r]/.test(rest) || rest.trim() === "") return false;
  if (/[、，]$/.test(before))
    return !/^\s*(?:[・○●◯■□◆◇※－-]|[（(]?[0-9０-９一二三四五六七八九十ア-ンa-z][)）.．、])/.test(rest);
  return /[a-z,;]$/.test(before) && /^[ \t]*[a-z]/.test(rest);
}
