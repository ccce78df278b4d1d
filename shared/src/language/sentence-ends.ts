import { endsInAbbreviation, isListNumber } from "./sentence-exceptions";
import { isDigit, isJapanese, isLatin } from "./scripts";

/** Line breaks of documents, mails and Word (vertical tab). */
export const lineBreaks = "\n\r\u2028\u2029\v";
/** End a sentence wherever they stand outside brackets. */
const japaneseEnds = "。｡！？‼⁇⁈⁉";
/** End a sentence when what follows agrees. */
const latinEnds = ".!?．";
const closers = "」』）】〕］｝〉》”’)]}\"'";
/** With these words a sentence goes on after a closed quotation or a question mark: 「…。」と述べた, なぜ？という声. */
const continuesAfterQuote =
  /^(?:と(?!ころで|もに)|って|の|を|が(?!、)|は|に(?!よる)|も|で(?!は、)|や|へ|等|など|から|まで|より|、|，|,|・)/;
const continuesAfterMark = /^(?:と(?!ころで|もに|はいえ)|って|の|を|が(?!、)|、|，|,)/;

/** True for a mark that may end a sentence. */
export function isEndMark(character: string): boolean {
  return japaneseEnds.includes(character) || latinEnds.includes(character);
}

/** Index of the first character from `from` on that is not white space. */
export function skipWhiteSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && text[index]!.trim() === "") index += 1;
  return index;
}

/** Index after a run of end marks and the closing brackets that follow them. */
export function endOfMarks(text: string, from: number, closeOf: ReadonlyMap<number, number>): number {
  let index = from + 1;
  while (index < text.length && (japaneseEnds + latinEnds).includes(text[index]!)) index += 1;
  while (index < text.length && closers.includes(text[index]!) && !closeOf.has(index)) index += 1;
  return index;
}

/** True when the end marks at `mark`, which end before `end`, end the sentence that began at `start`. */
export function endsHere(text: string, start: number, mark: number, end: number): boolean {
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
  if (isJapanese(before) || "）」』".includes(before)) {
    // 報告書.docx, 総務省.jp
    if (character === ".") return !/[A-Za-z0-9]/.test(after);
    return !continuesAfterMark.test(rest);
  }
  if (after.trim() !== "") return false;
  const following = skipWhiteSpace(text, end);
  const next = text[following] ?? "";
  if (next !== "" && next === next.toLowerCase() && next !== next.toUpperCase()) return false;
  return character !== "." || !endsInAbbreviation(sentence, text.slice(following, following + 12));
}

/** True when the last mark inside the brackets ends a sentence. */
export function endsInside(text: string, open: number, close: number): boolean {
  let index = close - 1;
  while (index > open && (closers.includes(text[index]!) || text[index]!.trim() === "")) index -= 1;
  return index > open && (japaneseEnds + ".!?").includes(text[index]!);
}

/**
 * True when the sentence ends with the bracket whose content ended in a mark. A bracket inside a sentence (（…という。）)
 * ends it only before white space; one that opened the sentence ends it unless a particle follows.
 */
export function endsAfterBracket(text: string, opensSentence: boolean, close: number): boolean {
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
export function lineGoesOn(text: string, start: number, lineBreak: number): boolean {
  const before = text.slice(Math.max(start, lineBreak - 24), lineBreak).trimEnd();
  const rest = text.slice(lineBreak + 1, lineBreak + 25);
  if (before === "" || /^\s*[\n\r]/.test(rest) || rest.trim() === "") return false;
  if (/[、，]$/.test(before))
    return !/^\s*(?:[・○●◯■□◆◇※－-]|[（(]?[0-9０-９一二三四五六七八九十ア-ンa-z][)）.．、])/.test(rest);
  return /[a-z,;]$/.test(before) && /^[ \t]*[a-z]/.test(rest);
}
