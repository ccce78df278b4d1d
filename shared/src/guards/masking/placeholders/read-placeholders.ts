import type { Span } from "../../../vocabulary";
import { foldWidth } from "../../../language";
import { isPlaceholderCode, kindWords } from "./placeholder-code";

/** A placeholder in a text, brackets included where it has them. */
export interface ReadPlaceholder extends Span {
  /** In capitals; undefined for one that is broken: no code, or one that cannot be. */
  code: string | undefined;
}

const words = [...new Set(Object.values(kindWords))].sort((a, b) => b.length - a.length);
export const anyWord = `(?:${words.join("|")})`;
/** For a class of a regular expression, as the next ones. */
export const openBrackets = "\\[【〔⟦〚{";
const open = openBrackets;
const close = "\\]】〕⟧〛}";
export const separators = "\\s_*`\\\\·・:\\-\\u2010-\\u2015\\u2212ー─\\u200b-\\u200d\\u2060\\ufeff\\u00ad";
const bracketed = new RegExp(`\\\\?([${open}]{1,2})([^${open}${close}\\n\\r]{3,40})([${close}]{1,2})`, "gu");
const bare = new RegExp(`(?<![A-Za-z])(${anyWord})([${separators}]{0,4})([A-Za-z]{0,9})(?![A-Za-z])`, "giu");
const startsWithWord = new RegExp(`^(${anyWord})(.*)$`, "u");
const codeAtEnd = /(?:^|[^A-Za-z])([A-Za-z]{4,6})$/u;
const separator = new RegExp(`[${separators}]`, "gu");

/**
 * Placeholders of a text as models hand them back: full width, lower case, other brackets or none, other hyphens, spaces, escaped
 * or in bold. Quotes and Markdown around one stay outside of it.
 * @param isKnown true for a code that was given out; what only looks like a code is broken then
 */
export function readPlaceholders(text: string, isKnown: (code: string) => boolean): ReadPlaceholder[] {
  const folded = foldWidth(text);
  const found: ReadPlaceholder[] = [];
  for (const match of folded.matchAll(bracketed)) {
    const [whole, opening, inside, closing] = match as unknown as [string, string, string, string];
    const code = codeInside(inside, isKnown);
    if (code === undefined) continue;
    const brackets = Math.min(opening.length, closing.length);
    const escape = whole.startsWith("\\") && inside.endsWith("\\") ? 1 : 0;
    const lead = whole.length - opening.length - inside.length - closing.length;
    const start = match.index + lead + opening.length - brackets - (brackets === opening.length ? escape : 0);
    const end = match.index + lead + opening.length + inside.length + brackets;
    found.push({ start, end, code: code === "" ? undefined : code });
  }
  const inBrackets = [...found];
  let next = 0;
  for (const match of folded.matchAll(bare)) {
    while (next < inBrackets.length && inBrackets[next]!.end <= match.index) next += 1;
    const around = inBrackets[next];
    if (around !== undefined && around.start < match.index + match[0].length) continue;
    const read = readBare(match as unknown as BareMatch, isKnown);
    if (read !== undefined) found.push(read);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Code between brackets; "" for a placeholder that is broken; undefined for what is none. */
function codeInside(inside: string, isKnown: (code: string) => boolean): string | undefined {
  const bareText = inside.replace(separator, "").toUpperCase();
  const named = startsWithWord.exec(bareText.replace(/^[^A-Z]+/u, ""));
  if (named !== null) {
    const code = named[2]!;
    if (isKnown(code)) return code;
    // The word for the kind may have been doubled or explained: PERSON NAME-BCBK.
    const last = codeAtEnd.exec(inside.trim())?.[1]?.toUpperCase();
    if (last !== undefined && isKnown(last)) return last;
    return code.length <= 7 && isBroken(inside, code) ? "" : undefined;
  }
  // The word was translated: [人名-BCBK].
  const code = codeAtEnd.exec(inside.trim())?.[1]?.toUpperCase();
  return code !== undefined && inside.trim().length > code.length && isPlaceholderCode(code) && isKnown(code)
    ? code
    : undefined;
}

/** A word in brackets is a broken placeholder when it is written like one: in capitals, or with letters behind a hyphen. */
function isBroken(inside: string, code: string): boolean {
  if (!/[a-z]/u.test(inside)) return true;
  return code.length >= 3 && code.length <= 6 && /[-_\u2010-\u2015ー]\s*[A-Za-z]{3,6}[^A-Za-z]*$/u.test(inside);
}

type BareMatch = [whole: string, word: string, gap: string, letters: string] & { index: number };

function readBare(match: BareMatch, isKnown: (code: string) => boolean): ReadPlaceholder | undefined {
  const [whole, word, gap, letters] = match;
  const { index: start } = match;
  const end = start + whole.length;
  const code = letters.toUpperCase();
  if (isKnown(code)) return { start, end, code };
  // An English plural.
  if (/[a-zA-Z]s$/u.test(letters) && isKnown(code.slice(0, -1)))
    return { start, end: end - 1, code: code.slice(0, -1) };
  const joined = /[-_\u2010-\u2015\u2212ー]/u.test(gap);
  const isCapital = word === word.toUpperCase() && letters === code;
  return joined && isCapital && code.length >= 3 && code.length <= 6 ? { start, end, code: undefined } : undefined;
}

/** Longest placeholder that is waited for, with everything a model may have put into it. */
const longest = 48;
const opening = new RegExp(
  `\\\\?[${open}]{1,2}[^${open}${close}\\n\\r]{0,41}$|[${open}]{2}[^${open}${close}\\n\\r]{3,40}[${close}]$|\\\\$`,
  "u",
);
const bareAtEnd = new RegExp(
  `(?<![A-Za-z])(?:(?:${anyWord})[${separators}]{0,4}[A-Za-z]{0,9}|(${words.flatMap((word) => prefixes(word)).join("|")}))$`,
  "iu",
);

function prefixes(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, index) => word.slice(0, index + 1)).reverse();
}

/** Offset from which the end of a text may be the beginning of a placeholder; its length when nothing is open. */
export function openPlaceholderStart(text: string): number {
  const from = Math.max(0, text.length - longest);
  const tail = foldWidth(text.slice(from));
  const bracket = opening.exec(tail)?.index ?? tail.length;
  const word = bareAtEnd.exec(tail)?.index ?? tail.length;
  return from + Math.min(bracket, word);
}
