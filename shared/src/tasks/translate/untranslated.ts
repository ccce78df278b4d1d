import { findUntranslated, formatUntranslated, withoutUntranslated } from "../../prompts";
import { splitSentences } from "../../language";
import type { Span, TaskLanguage } from "../../vocabulary";
import { japaneseShare, lettersOf } from "./needs-translation";

/**
 * How far an entry is translated: wholly; not at all (still the source language, or nothing but the mark of untranslated
 * words); partly, where some sentence is still in the source language or marked; or word for word the same as the source
 * although names and codes may rightly be that.
 */
export type Coverage = "whole" | "none" | "part" | "same";

export function coverageOf(source: string, text: string, to: TaskLanguage): Coverage {
  const words = withoutUntranslated(text);
  const marked = findUntranslated(text).length > 0;
  if (!/[\p{L}\p{N}]/u.test(words)) return "none";
  if (folded(text) === folded(source)) return mayStay(source, to) ? "same" : "none";
  const foreign = foreignSentences(text, to);
  if (isForeign(words, to) && !/\p{L}/u.test(withoutSpans(words, foreignSentences(words, to)))) return "none";
  return marked || foreign.length > 0 ? "part" : "whole";
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  let out = "";
  let end = 0;
  for (const span of spans) {
    out += text.slice(end, span.start);
    end = span.end;
  }
  return out + text.slice(end);
}

/** Marks the sentences that are still in the source language, so that nobody takes them for a translation. */
export function withMarkedSentences(text: string, to: TaskLanguage): string {
  let out = "";
  let end = 0;
  for (const span of foreignSentences(text, to)) {
    const sentence = text.slice(span.start, span.end);
    const words = sentence.trim();
    const lead = sentence.slice(0, sentence.indexOf(words));
    out +=
      text.slice(end, span.start) + lead + formatUntranslated(words, to) + sentence.slice(lead.length + words.length);
    end = span.end;
  }
  return out + text.slice(end);
}

function foreignSentences(text: string, to: TaskLanguage): Span[] {
  const marks = findUntranslated(text);
  return splitSentences(text).filter(({ start, end }) => {
    if (marks.some((mark) => mark.start < end && mark.end > start)) return false;
    const sentence = text.slice(start, end);
    return isForeign(sentence, to);
  });
}

/** True when a text is plainly not in the language it should be in. */
function isForeign(text: string, to: TaskLanguage): boolean {
  const letters = lettersOf(text);
  const share = japaneseShare(letters);
  if (to === "en") return letters.japanese >= 2 && share > 0.6;
  // A title or a product may stay in Latin letters; three words in a row with small letters are a sentence.
  return share < 0.15 && letters.latin >= 4 && (text.match(/[a-z]{2,}/g)?.length ?? 0) >= 3 && !isName(text);
}

/** Words that may stand in both languages: capitalised names, codes. Japanese has none in English. */
function mayStay(source: string, to: TaskLanguage): boolean {
  return to === "ja" && isName(source);
}

function isName(text: string): boolean {
  const words = text.match(/[A-Za-z][\w'’.&-]*/g) ?? [];
  return (
    words.length <= 6 && words.every((word) => /[A-Z0-9]/.test(word) || /^(?:of|and|the|for|in|on|de|la)$/.test(word))
  );
}

function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s。．.、,]+/g, "")
    .toLowerCase();
}
