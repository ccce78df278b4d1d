import type { Span } from "../../vocabulary";
import type { HiddenReason, HiddenText } from "./hidden-text";

/** A stretch of invisible characters that was taken out, by its place in the text before. */
export interface RemovedCharacters extends Span {
  reason: Extract<
    HiddenReason,
    "zero-width" | "bidi" | "tag-characters" | "variation-selectors" | "soft-hyphen" | "control-characters"
  >;
  /** What they spell where they carry words (tag characters, variation selectors), else their code points. */
  text: string;
}

export interface CleanText {
  text: string;
  removed: RemovedCharacters[];
}

const suspicious =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|\ud834[\udd73-\udd7a]|\udb40[\udc00-\uddef]/;

const emojiBase = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
const joinedScript =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Thaana}]/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ideograph = /\p{Script=Han}/u;
/** Kana small forms, punctuation and mathematical signs have standardised variants too (StandardizedVariants.txt). */
const variesByStandard =
  /[\p{Sm}\p{So}\p{P}\p{Nd}\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Extended_Pictographic}#*]/u;
/** England, Scotland, Wales: the flags that tags may spell (Unicode emoji, RGI tag sequences). */
const flags: ReadonlySet<string> = new Set(["gbeng", "gbsct", "gbwls"]);
/** Highest variation selector that a registered variant of a kanji uses, with room to spare. */
const lastIdeographicSelector = 0xe013f;

/**
 * Takes out the characters that nobody sees and a model reads: zero width, direction overrides, tag characters, smuggled
 * variation selectors, soft hyphens, control codes. Legitimate ones stay: joiners in emoji and in scripts that join, the
 * variants of kanji (葛󠄀) and emoji, direction marks in text from right to left. Linear; offsets count in the text as given.
 */
export function cleanText(text: string): CleanText {
  if (!suspicious.test(text)) return { text, removed: [] };
  const removed: RemovedCharacters[] = [];
  let clean = "";
  let kept = 0;
  const hasRightToLeft = rightToLeft.test(text);
  let before = "";
  for (let index = 0; index < text.length;) {
    const code = text.codePointAt(index)!;
    const length = code > 0xffff ? 2 : 1;
    const found =
      code < 0x80 && code > 0x1f && code !== 0x7f ? undefined : stretchAt(text, index, code, before, hasRightToLeft);
    if (found === undefined || found.end <= index) {
      if (!isMark(code)) before = String.fromCodePoint(code);
      index += found === undefined ? length : found.skip;
      continue;
    }
    clean += text.slice(kept, found.start);
    kept = found.end;
    index = found.end;
    const last = removed.at(-1);
    if (last !== undefined && last.end === found.start && last.reason === found.reason) last.end = found.end;
    else removed.push({ start: found.start, end: found.end, reason: found.reason, text: "" });
  }
  // Once, when it is known how far each stretch goes: spelled anew with each character, it would not be linear.
  for (const stretch of removed) stretch.text = spell(text.slice(stretch.start, stretch.end), stretch.reason);
  return removed.length === 0 ? { text, removed } : { text: clean + text.slice(kept), removed };
}

/** What was taken out of a text, one entry a reason, as it is shown to a person. */
export function invisibleTexts(removed: readonly RemovedCharacters[], place?: string): HiddenText[] {
  const byReason = new Map<RemovedCharacters["reason"], string[]>();
  for (const { reason, text } of removed) byReason.set(reason, [...(byReason.get(reason)?.slice(0, 50) ?? []), text]);
  return [...byReason].map(([reason, texts]) => ({
    text: [...new Set(texts)].join(" "),
    reason,
    ...(place === undefined ? {} : { place }),
  }));
}

interface Stretch {
  start: number;
  end: number;
  reason: RemovedCharacters["reason"];
  skip: number;
}

function stretchAt(
  text: string,
  index: number,
  code: number,
  before: string,
  hasRightToLeft: boolean,
): Stretch | undefined {
  const one = (reason: Stretch["reason"], length = code > 0xffff ? 2 : 1): Stretch => ({
    start: index,
    end: index + length,
    reason,
    skip: length,
  });
  const keep = (length: number): Stretch => ({ start: index, end: index, reason: "zero-width", skip: length });
  if (code < 0xa0) {
    if (code === 0x09 || code === 0x0a || code === 0x0d || code === 0x85 || (code >= 0x20 && code < 0x7f))
      return undefined;
    // A line break of its own in Word and in old files.
    if (code === 0x0b || code === 0x0c) return undefined;
    return one("control-characters", escapeSequence(text, index));
  }
  if (code === 0xad) return one("soft-hyphen");
  if (code === 0x200c || code === 0x200d) return isJoiner(text, index, code, before) ? undefined : one("zero-width");
  if (code === 0x200e || code === 0x200f || code === 0x61c) return hasRightToLeft ? undefined : one("bidi");
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || (code >= 0x206a && code <= 0x206f))
    return one("bidi");
  if (code >= 0xe0000 && code <= 0xe007f) return one("tag-characters");
  if (code === 0x1f3f4) {
    const end = tagsEnd(text, index + 2);
    return end > index + 2 && flags.has(tagWord(text.slice(index + 2, end))) ? keep(end - index) : undefined;
  }
  if (isSelector(code)) return selectors(text, index, before);
  return isZeroWidth(code) ? one("zero-width") : undefined;
}

function isZeroWidth(code: number): boolean {
  return (
    code === 0x200b ||
    (code >= 0x2060 && code <= 0x2065) ||
    code === 0xfeff ||
    code === 0x180e ||
    code === 0x34f ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x3164 ||
    code === 0xffa0 ||
    code === 0x17b4 ||
    code === 0x17b5 ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0x1d173 && code <= 0x1d17a)
  );
}

/** Joiners belong between emoji, and behind a letter of a script that joins; several in a row spell something. */
function isJoiner(text: string, index: number, code: number, before: string): boolean {
  const next = text.codePointAt(index + 1);
  if (next === undefined || next === 0x200c || next === 0x200d) return false;
  const after = String.fromCodePoint(next);
  if (
    code === 0x200d &&
    emojiBase.test(before) &&
    (emojiBase.test(after) || /[\u2640\u2642\u2695\u2696\u2708]/.test(after))
  )
    return true;
  const previous = text.charCodeAt(index - 1);
  return previous !== 0x200c && previous !== 0x200d && joinedScript.test(before);
}

function isSelector(code: number): boolean {
  return (
    (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef) || (code >= 0x180b && code <= 0x180f)
  );
}

/** One selector chooses the glyph of the character before it; those that follow it choose nothing and carry something. */
function selectors(text: string, index: number, before: string): Stretch {
  let end = index;
  let count = 0;
  for (let code = text.codePointAt(end); code !== undefined && isSelector(code); code = text.codePointAt(end)) {
    end += code > 0xffff ? 2 : 1;
    count += 1;
  }
  const first = text.codePointAt(index)!;
  const length = first > 0xffff ? 2 : 1;
  const direct = lastOf(text, index);
  if (count === 1 && belongs(first, direct === "" ? before : direct))
    return { start: index, end: index, reason: "variation-selectors", skip: length };
  // ❤️ followed by a payload keeps its own.
  const own = first >= 0xfe0e && first <= 0xfe0f && belongs(first, direct) ? length : 0;
  return { start: index + own, end, reason: "variation-selectors", skip: length };
}

function belongs(selector: number, base: string): boolean {
  if (base === "") return false;
  if (selector >= 0xe0100) return selector <= lastIdeographicSelector && ideograph.test(base);
  if (selector >= 0x180b && selector <= 0x180f) return /\p{Script=Mongolian}/u.test(base);
  return variesByStandard.test(base);
}

function lastOf(text: string, index: number): string {
  if (index === 0) return "";
  const unit = text.charCodeAt(index - 1);
  const start = unit >= 0xdc00 && unit <= 0xdfff && index > 1 ? index - 2 : index - 1;
  return text.slice(start, index);
}

function isMark(code: number): boolean {
  return isSelector(code) || code === 0x200d || (code > 0x2ff && /\p{M}/u.test(String.fromCodePoint(code)));
}

/** Length of a terminal's escape sequence (ECMA-48), which may hide what follows it; 1 for another control code. */
function escapeSequence(text: string, index: number): number {
  if (text.charCodeAt(index) !== 0x1b || text[index + 1] !== "[") return 1;
  let end = index + 2;
  while (end < text.length && end - index < 30 && /[0-9;?]/.test(text[end]!)) end += 1;
  return /[A-Za-z]/.test(text[end] ?? "") ? end - index + 1 : 1;
}

function tagsEnd(text: string, from: number): number {
  let end = from;
  while (text.charCodeAt(end) === 0xdb40 && text.charCodeAt(end + 1) >= 0xdc00 && text.charCodeAt(end + 1) <= 0xdc7f) {
    end += 2;
    if (text.charCodeAt(end - 1) === 0xdc7f || end - from > 16) break;
  }
  return end;
}

function tagWord(tags: string): string {
  return [...tags]
    .map((tag) => tag.codePointAt(0)! - 0xe0000)
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCharCode(code))
    .join("");
}

/** Longest stretch that is spelled out. */
const longestSpelled = 4_000;

function spell(characters: string, reason: RemovedCharacters["reason"]): string {
  const part = characters.slice(0, longestSpelled);
  if (reason === "tag-characters") {
    const word = tagWord(part);
    if (word !== "") return word;
  }
  if (reason === "variation-selectors") {
    const bytes = [...part].map((sign) => selectorByte(sign.codePointAt(0)!));
    const words = new TextDecoder().decode(Uint8Array.from(bytes));
    if (bytes.length > 1 && !words.includes("\ufffd")) return words;
  }
  const counts = new Map<string, number>();
  for (const sign of part) {
    const name = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name}×${count}`)).join(" ");
}

function selectorByte(code: number): number {
  return code >= 0xe0100 ? (code - 0xe0100 + 16) & 0xff : (code - 0xfe00) & 0xff;
}
