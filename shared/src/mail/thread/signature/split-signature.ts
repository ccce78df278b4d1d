import type { BodyLine } from "../body-line";
import { isBar } from "../head/divider";
import { beginsNotice, disclaimerStart, isShortNotice } from "./disclaimer-lines";
import {
  exactMark,
  isClosing,
  isContact,
  isDisclaimer,
  isDrawn,
  isDrawnAround,
  isEvent,
  isFooterLine,
  isMobileLine,
  isOffice,
  isOfTheText,
  isProse,
  isReach,
  isRunning,
  looseMark,
} from "./signature-lines";

/** A signature, with what lists and scanners hang on it, is no longer than this many lines with words. */
const mostMarked = 60;
const mostDrawn = 14;
/** Below a bar of underscores alone stand few and short lines. */
const mostBelowBar = 3;
const longestBelowBar = 60;
const mostPlain = 12;

/**
 * Where the signature of a run of lines begins; the number of lines where it has none. Told by "-- ", by what the mail program
 * marks, by drawn lines around a name and a telephone number, by a last paragraph of such lines, and by lines of mobile programs
 * and mailing lists. What is in doubt stays in the text: a model that lacks a name reads on, one that lacks a sentence does not.
 * @param isInside words of the same mail follow: only what is surely a signature is one
 * @param isFirst no words of the same mail stand above
 */
export function signatureStart(
  run: readonly BodyLine[],
  { isInside, isFirst }: { isInside: boolean; isFirst: boolean },
): number {
  const marked = run.findIndex(({ part }) => part === "signature");
  if (marked !== -1 && run.slice(marked).every(({ part, text }) => part === "signature" || isAddition(text)))
    return withMarkAbove(run, marked);
  const exact = run.findIndex(({ text }) => exactMark.test(text));
  if (
    exact !== -1 &&
    filledIn(run.slice(exact)) <= mostMarked &&
    (!isInside || filledIn(run.slice(exact)) <= mostPlain)
  )
    return exact;
  let end = run.length;
  // Lines of programs at the very end are taken off first; what stands above them may be the person's own.
  const tail = tailStart(run);
  if (tail < end) end = tail;
  if (isInside) return end;
  const own = ownSignature(run.slice(0, end), isFirst);
  return own ?? end;
}

function filledIn(lines: readonly BodyLine[]): number {
  return lines.reduce((count, { text }) => count + (text.trim() === "" ? 0 : 1), 0);
}

function isAddition(text: string): boolean {
  return text.trim() === "" || isMobileLine(text) || isFooterLine(text) || isDisclaimer(text) || isBar(text);
}

function withMarkAbove(run: readonly BodyLine[], start: number): number {
  let at = start;
  while (at > 0 && run[at - 1]!.text.trim() === "") at -= 1;
  return at > 0 && (exactMark.test(run[at - 1]!.text) || looseMark.test(run[at - 1]!.text)) ? at - 1 : start;
}

/** Where lines of mobile programs, of lists and disclaimers at the end begin. */
function tailStart(run: readonly BodyLine[]): number {
  let start = run.length;
  let at = run.length;
  let looked = 0;
  while (at > 0 && looked < mostMarked) {
    // The paragraph that ends here.
    let top = at;
    while (top > 0 && run[top - 1]!.text.trim() === "") top -= 1;
    const end = top;
    while (top > 0 && run[top - 1]!.text.trim() !== "" && end - top < mostMarked) top -= 1;
    if (end === top) break;
    const paragraph = run.slice(top, end);
    looked += paragraph.length;
    const from = tailOf(paragraph);
    if (from === undefined) break;
    start = top + from;
    if (from > 0) break;
    // A mark above the paragraph is its own.
    const above = lastFilled(run.slice(0, top));
    if (above >= 0 && run[above]!.text.length <= 12 && looseMark.test(run[above]!.text)) return above;
    at = top;
  }
  return start;
}

/** Index in a paragraph from which it is a program's; undefined where it is a person's. */
function tailOf(paragraph: readonly BodyLine[]): number | undefined {
  const texts = paragraph.map(({ text }) => text);
  let at = texts.length;
  while (at > 0 && isMobileLine(texts[at - 1]!)) at -= 1;
  if (at < texts.length) return at > 0 && looseMark.test(texts[at - 1]!) ? at - 1 : at;
  const bar = texts.findIndex((text) => isBar(text) || looseMark.test(text));
  if (bar !== -1) {
    const below = texts.slice(bar + 1);
    if (below.length > 0 && below.some((text) => isFooterLine(text)) && below.length <= mostPlain) return bar;
  }
  const from = disclaimerStart(texts);
  if (from < texts.length) return from;
  const whole = texts.join(" ");
  if (texts.length <= mostPlain && beginsNotice(texts[0]!) && isShortNotice(whole)) return 0;
  if (texts.length <= mostPlain && isDisclaimer(whole) && whole.length > 60 && !isOfAsking(whole)) return 0;
  if (
    texts.length <= 6 &&
    texts.every((text) => isFooterLine(text) || /^\s*<?https?:\/\/\S+>?\s*$/.test(text)) &&
    texts.some((text) => isFooterLine(text))
  )
    return 0;
  return undefined;
}

function isOfAsking(text: string): boolean {
  return /[?？]\s*$|でしょうか/u.test(text);
}

/** The signature that a person set below the words; undefined for none. */
function ownSignature(run: readonly BodyLine[], isFirst: boolean): number | undefined {
  const last = lastFilled(run);
  if (last < 0) return undefined;
  return marked(run, last) ?? drawn(run, last, isFirst) ?? plain(run, last, isFirst);
}

function lastFilled(run: readonly BodyLine[]): number {
  let last = run.length - 1;
  while (last >= 0 && run[last]!.text.trim() === "") last -= 1;
  return last;
}

/** Below "--" or a short bar. */
function marked(run: readonly BodyLine[], last: number): number | undefined {
  let lines = 0;
  let found: number | undefined;
  for (let at = last; at >= 0 && lines <= mostDrawn; at -= 1) {
    const { text } = run[at]!;
    if (text.trim() === "") continue;
    if (looseMark.test(text) || exactMark.test(text)) {
      const isSure = /^\s*(?:--|—)\s*$/.test(text);
      const below = run.slice(at + 1, last + 1);
      const isSignatures =
        isSignature(below, true) && !below.some((line) => isProse(line.text) && !isAddition(line.text));
      if (isSure || isSignatures) found = at;
      else if (found !== undefined) break;
    } else if (lines <= mostBelowBar && /^\s*_{10,}\s*$/.test(text)) {
      const below = run.slice(at + 1, last + 1).filter((line) => line.text.trim() !== "");
      if (below.length > 0 && below.every((line) => line.text.length <= longestBelowBar && !isProse(line.text)))
        found = at;
    }
    lines += 1;
  }
  return found;
}

/** Between drawn lines, or below one: from the last line upwards, as long as no sentence stands between two of them. */
function drawn(run: readonly BodyLine[], last: number, isFirst: boolean): number | undefined {
  let lines = 0;
  let found: number | undefined;
  let prose = 0;
  for (let at = last; at >= 0 && lines < mostDrawn; at -= 1) {
    const { text } = run[at]!;
    if (text.trim() === "") continue;
    lines += 1;
    if (isDrawn(text) || isDrawnAround(text)) {
      if (at === last || (isFirst && at === 0)) continue;
      // A box of the text stands above the signature's: sentences part them.
      if (found !== undefined && prose > 0) break;
      if (!isSignature(run.slice(at, last + 1), isDrawn(run[last]!.text))) {
        if (found !== undefined) break;
      } else {
        found = at;
        prose = 0;
      }
    } else if (isProse(text) && !isContact(text)) {
      prose += 1;
      if (prose > 2) break;
    }
  }
  return found;
}

/** A last paragraph of an office, a name, a telephone number. */
function plain(run: readonly BodyLine[], last: number, isFirst: boolean): number | undefined {
  let start = last + 1;
  let lines = 0;
  let gaps = 0;
  for (let at = last; at >= 0 && lines < mostPlain; at -= 1) {
    const { text } = run[at]!;
    if (text.trim() === "") {
      gaps += 1;
      if (gaps > 1 && lines > 0 && run[at + 1]!.text.trim() === "") break;
      continue;
    }
    // A bar below belongs to the signature.
    if (lines === 0 && isDrawn(text)) continue;
    if (isOfTheText(text)) {
      // 「提出先：」 above a telephone number: the number is where to turn to, not who writes.
      if (at === start - 1) return undefined;
      break;
    }
    if (isClosing(text)) {
      start = behindName(run, at, start, last);
      break;
    }
    if ((isProse(text) && !isContact(text)) || isRunning(text) || isBar(text)) break;
    // Paragraphs above the one that tells how to reach someone are short.
    if (gaps > 0 && text.trim().length > 40 && !isContact(text)) break;
    lines += 1;
    start = at;
  }
  if (start > last) return undefined;
  const found = run.slice(start, last + 1);
  return isSignature(found, false) ? firstOwn(run, start, last, isFirst) : undefined;
}

const longestName = 30;

/** "Many thanks,", "John" and an empty line: the name below a close belongs to the text where a signature follows it. */
function behindName(run: readonly BodyLine[], closing: number, start: number, last: number): number {
  const name = run[start]?.text.trim() ?? "";
  const isName = name !== "" && name.length <= longestName && !isContact(name) && !isOffice(name);
  const gap = run[start + 1];
  if (!isName || start - closing > 2 || gap === undefined || gap.text.trim() !== "") return start;
  let next = start + 1;
  while (next <= last && run[next]!.text.trim() === "") next += 1;
  return next <= last ? next : start;
}

/** A signature begins behind an empty line or behind the last sentence; lines of a list above it are none of it. */
function firstOwn(run: readonly BodyLine[], start: number, last: number, isFirst: boolean): number | undefined {
  const texts = run.slice(start, last + 1).map(({ text }) => text);
  // An address to the reader on top: 「○○課 御中」 is the mail's first line, not the writer's name.
  const lines = texts.filter((text) => text.trim() !== "");
  if (start === 0 && /(?:様|殿|御中|各位|さん|先生)[\s\u3000]*$|^(?:dear|hi|hello)\b/iu.test(lines[0] ?? "")) {
    const gap = texts.findIndex((text) => text.trim() === "");
    if (gap === -1) return undefined;
    const next = start + gap + 1;
    return isSignature(run.slice(next, last + 1), false) && next > 0 ? next : undefined;
  }
  // The whole run: a mail of contacts alone says them.
  return start === 0 && isFirst ? undefined : start;
}

/** Whether lines read like a signature: how to reach someone, and no prose. */
function isSignature(lines: readonly BodyLine[], isFramed: boolean): boolean {
  const texts = lines.map(({ text }) => text).filter((text) => text.trim() !== "" && !isDrawn(text));
  if (texts.length === 0 || texts.length > mostDrawn || texts.some(isEvent)) return false;
  const contacts = texts.filter(isContact).length;
  const prose = texts.filter((text) => isProse(text) && !isContact(text)).length;
  const extra = texts.filter((text) => isMobileLine(text) || isFooterLine(text) || isDisclaimer(text)).length;
  if (isFramed)
    return (contacts > 0 && prose <= 2 && prose < texts.length) || extra > 0 || (prose === 0 && texts.length <= 4);
  const numbers = texts.filter(isReach).length;
  return (
    numbers > 0 &&
    prose === 0 &&
    texts.length > 1 &&
    (numbers > 1 || texts.some(isOffice)) &&
    texts.every((text) => text.trim().length <= 80 && !isRunning(text))
  );
}
