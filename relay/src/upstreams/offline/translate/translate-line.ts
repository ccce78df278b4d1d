import { foldWidth, splitSentences } from "@genai-office/shared/language";
import { formatUntranslated } from "@genai-office/shared/prompts";
import type { TranslateOptions } from "@genai-office/shared/vocabulary";
import { japanesePhrase } from "./english-phrases";
import { englishPhrase } from "./japanese-phrases";
import { japaneseNumber, parseJapaneseNumber } from "./japanese-numbers";
import { Lexicon } from "./lexicon";
import { translationData } from "./load-data";
import { englishSentence, japaneseSentence } from "./sentence-patterns";

/** Numbering and bullets at the start of a line, folded. */
const japaneseLead = new RegExp(
  `^(?:第(${japaneseNumber})(章|節|条)\\s+|([・●○◯■□◆◇※▪•*-])\\s*|(\\([0-9]{1,2}\\)|[0-9]{1,2}(?:[.-][0-9]{1,2})*[.)]|[0-9]{1,2}(?= )|[①-⑳])\\s*|\\(?([ア-コ])\\)?[.、 ]\\s*)`,
);
const englishLead = /^(?:([-•*])\s+|(\([0-9a-z]{1,2}\)|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)])\s+)/i;
const bulletOf = { ja: "・", en: "• " } as const;

/** Longer sentences are not official prose that patterns could cover, and trying would hold the thread. */
const longestSentence = 300;

/** Translates the lines of one step: what the data covers is translated, the rest is marked, nothing is left out. */
export class LineTranslator {
  private readonly lexicon: Lexicon;
  private readonly phrases: ReadonlyMap<string, string>;

  constructor(private readonly options: TranslateOptions) {
    const { to, terms } = options;
    this.lexicon = new Lexicon(to, terms);
    const phrases = new Map<string, string>();
    for (const [japanese, english] of translationData().phrases) {
      const [source, target] = to === "en" ? [japanese, english] : [english, japanese];
      if (!phrases.has(memoryKey(source))) phrases.set(memoryKey(source), target);
    }
    this.phrases = phrases;
  }

  /** One line of a block. */
  translate(line: string): string {
    const words = line.trim();
    if (words === "") return "";
    const { to } = this.options;
    if (!/\p{L}/u.test(words)) return to === "en" ? foldWidth(words) : words;
    const whole = this.part(words);
    if (whole !== undefined) return whole;
    return splitSentences(words)
      .map(({ start, end }) => words.slice(start, end).trim())
      .filter((sentence) => sentence !== "")
      .map((sentence) => this.part(sentence) ?? this.loosely(sentence) ?? formatUntranslated(sentence, to))
      .join(to === "en" ? " " : "");
  }

  /** A sentence or heading that is wholly covered. */
  private part(sentence: string): string | undefined {
    const remembered = this.phrases.get(memoryKey(sentence));
    if (remembered !== undefined) return remembered;
    if (sentence.length > longestSentence) return undefined;
    return this.options.to === "en" ? this.toEnglish(foldWidth(sentence)) : this.toJapanese(sentence);
  }

  /** A sentence of which one phrase is not known: that phrase stands marked in it. */
  private loosely(sentence: string): string | undefined {
    if (sentence.length > longestSentence) return undefined;
    const { to } = this.options;
    const mark = (words: string): string => formatUntranslated(words, to);
    if (to === "en") {
      const { words, stop } = ended(foldWidth(sentence), "。");
      const found = stop ? this.englishWithConjunction(words, mark) : undefined;
      return found === undefined ? undefined : capitalised(`${found}.`);
    }
    const { words, stop } = ended(sentence, ".");
    const found = stop ? this.japaneseWithConjunction(words, mark) : undefined;
    return found === undefined ? undefined : `${found}。`;
  }

  private toEnglish(text: string): string | undefined {
    const lead = japaneseLead.exec(text);
    if (lead !== null && lead[0].length < text.length) {
      const rest = this.part(text.slice(lead[0].length)) ?? undefined;
      if (rest !== undefined) return englishLeadOf(lead) + rest;
    }
    const { words, stop } = ended(text, "。");
    const sentence = this.englishWithConjunction(words);
    // A line without 。 is a heading, even where a pattern would take it for a sentence.
    if (sentence !== undefined)
      return capitalised(stop || /[すたる]$/.test(words) ? `${sentence}.`.replace(/,\.$/, ",") : sentence);
    const phrase = englishPhrase(words, this.lexicon);
    if (phrase !== undefined) return capitalised(phrase.text + (stop ? "." : ""));
    return stop ? undefined : (this.labelled(words, /^(.+?)\s*:\s*(?!\/)(.+)$/, ": ") ?? this.titled(words));
  }

  private toJapanese(text: string): string | undefined {
    const lead = englishLead.exec(text);
    if (lead !== null) {
      const rest = this.part(text.slice(lead[0].length));
      if (rest !== undefined) return (lead[1] === undefined ? `${lead[2]!} ` : bulletOf.ja) + rest;
    }
    const { words, stop } = ended(text, ".");
    const sentence = this.japaneseWithConjunction(words);
    if (sentence !== undefined && (stop || /^[A-Z]/.test(words))) return sentence + (stop ? "。" : "");
    const phrase = japanesePhrase(words, this.lexicon);
    if (phrase !== undefined) return phrase + (stop ? "。" : "");
    return stop ? undefined : this.labelled(words, /^(.+?)\s*:\s+(.+)$/, "：");
  }

  /** 表１　予算の概要: both sides are known. */
  private titled(words: string): string | undefined {
    const [, name, rest] = /^(\S+)\s+(.+)$/.exec(words) ?? [];
    if (name === undefined || rest === undefined || /^[\x20-\x7e]+$/.test(name)) return undefined;
    const [label, title] = [this.part(name), this.part(rest)];
    return label === undefined || title === undefined ? undefined : `${label}: ${title}`;
  }

  /** 日時：６月２０日: a name known to the glossary, and what it names. */
  private labelled(words: string, pattern: RegExp, separator: string): string | undefined {
    const [, name, rest] = pattern.exec(words) ?? [];
    if (name === undefined || rest === undefined) return undefined;
    const label = name.length > 40 ? undefined : this.part(name);
    if (label === undefined || label === name) return undefined;
    const value = this.part(rest);
    return `${label}${separator}${value ?? formatUntranslated(rest, this.options.to)}`;
  }

  private englishWithConjunction(words: string, mark?: (words: string) => string): string | undefined {
    for (const [japanese, english] of translationData().conjunctions) {
      if (!words.startsWith(japanese)) continue;
      const rest = this.englishWithConjunction(words.slice(japanese.length), mark);
      return rest === undefined ? undefined : english + decapitalised(rest);
    }
    return englishSentence(words, this.lexicon, mark);
  }

  private japaneseWithConjunction(words: string, mark?: (words: string) => string): string | undefined {
    // A request to the reader is polite in any document.
    const register = /^Please\b/.test(words) ? "polite" : (this.options.register ?? "plain");
    for (const [japanese, english] of translationData().conjunctions) {
      if (!words.startsWith(english)) continue;
      const rest = japaneseSentence(words.slice(english.length), this.lexicon, register, mark);
      return rest === undefined ? undefined : japanese + rest;
    }
    return japaneseSentence(words, this.lexicon, register, mark);
  }
}

function englishLeadOf([, number, kind, bullet, numbering, katakana]: RegExpExecArray): string {
  if (number !== undefined) {
    const name = { 章: "Chapter", 節: "Section", 条: "Article" }[kind!]!;
    return `${name} ${parseJapaneseNumber(number)} `;
  }
  if (bullet !== undefined) return "・●○◯".includes(bullet) ? bulletOf.en : `${bullet} `;
  if (katakana !== undefined) return `(${"abcdefghij"["アイウエオカキクケコ".indexOf(katakana)] ?? "x"}) `;
  return `${numbering!.normalize("NFKC").replace(/^([0-9]+)$/, /[①-⑳]/.test(numbering!) ? "($1)" : "$1.")} `;
}

/** The words without the mark that ends them. */
function ended(text: string, mark: string): { words: string; stop: boolean } {
  const trimmed = text.trim();
  const abbreviated = mark === "." && /\b[ap]\.m\.$/.test(trimmed);
  return trimmed.endsWith(mark) && !abbreviated
    ? { words: trimmed.slice(0, -1), stop: true }
    : { words: trimmed, stop: false };
}

function memoryKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ご/g, "御")
    .replace(/[\s。.,、]+$/u, "")
    .replace(/\s+/g, " ")
    .trim();
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function decapitalised(text: string): string {
  return /^(?:The|On|In|There|Efforts|Steps|Views|Consultations|An) /.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;
}
