import type { TaskLanguage, TermPair } from "@genai-office/shared/vocabulary";
import { translationData } from "./load-data";

/** A translated phrase, with what an English sentence has to know of it. */
export interface Phrase {
  text: string;
  /** Takes "the". */
  article: boolean;
  plural: boolean;
}

const longestCompound = 3;
/** Results kept for phrases that come again, within a sentence above all; then the memory starts anew. */
const mostRemembered = 20_000;

/** Terms of one direction: the person's own first, then the glossary. Lookups ignore width, case and English number. */
export class Lexicon {
  private readonly entries = new Map<string, Phrase>();
  private readonly modifiers = new Map<string, string>();
  private readonly memory = new Map<string, Phrase | undefined>();

  constructor(
    private readonly to: TaskLanguage,
    terms: readonly TermPair[],
  ) {
    for (const { source, target } of terms) this.add(source, target, false);
    const data = translationData();
    for (const [japanese, english, article] of data.terms) {
      if (to === "en") this.add(japanese, english, article !== "bare");
      else this.add(english, japanese, false);
    }
    for (const [japanese, english] of data.modifiers) {
      const [source, target] = to === "en" ? [japanese, english] : [english, japanese];
      if (!this.modifiers.has(source)) this.modifiers.set(source, target);
    }
  }

  /** The whole text as one term, or as a compound of terms. */
  find(text: string): Phrase | undefined {
    const whole = this.term(text);
    if (whole !== undefined) return whole;
    const parts = this.to === "en" ? this.joined(text, longestCompound) : this.words(text.split(" "), longestCompound);
    if (parts === undefined) return undefined;
    const joined = parts.map((part) => part.text).join(this.to === "en" ? " " : "");
    return { ...parts.at(-1)!, text: joined, article: parts[0]!.article || parts.at(-1)!.article };
  }

  /**
   * The result for a phrase, computed once: the rules try every way to cut a phrase, which meets the same parts again and
   * again. While a phrase is being computed it counts as unknown.
   */
  once(phrase: string, compute: () => Phrase | undefined): Phrase | undefined {
    if (this.memory.has(phrase)) return this.memory.get(phrase);
    if (this.memory.size > mostRemembered) this.memory.clear();
    this.memory.set(phrase, undefined);
    const result = compute();
    this.memory.set(phrase, result);
    return result;
  }

  /** A modifier at the beginning (新たな, this) and the rest. */
  modified(text: string): { modifier: string; rest: string } | undefined {
    for (let length = Math.min(text.length - 1, 12); length > 0; length -= 1) {
      const word = text.slice(0, length);
      const modifier = this.modifiers.get(this.to === "ja" ? word.toLowerCase() : word);
      if (modifier === undefined) continue;
      if (this.to === "en") return { modifier, rest: text.slice(length) };
      if (text[length] === " ") return { modifier, rest: text.slice(length + 1) };
    }
    return undefined;
  }

  private add(source: string, target: string, article: boolean): void {
    const key = keyOf(source);
    if (key === "" || target.trim() === "" || this.entries.has(key)) return;
    this.entries.set(key, { text: target.trim(), article, plural: this.to === "en" && isPlural(target) });
  }

  private term(text: string): Phrase | undefined {
    const key = keyOf(text);
    const exact = this.entries.get(key);
    if (exact !== undefined || this.to === "en") return exact;
    return [
      key.replace(/ies$/, "y"),
      key.replace(/es$/, ""),
      key.replace(/s$/, ""),
      `${key}s`,
      key.replace(/y$/, "ies"),
    ]
      .map((variant) => this.entries.get(variant))
      .find((entry) => entry !== undefined);
  }

  /** Japanese writes compounds without a space: every part must be a term of two characters or more. */
  private joined(text: string, most: number): Phrase[] | undefined {
    if (most < 2 || text.length < 4) return undefined;
    for (let length = text.length - 2; length >= 2; length -= 1) {
      const first = this.term(text.slice(0, length));
      if (first === undefined) continue;
      const rest = text.slice(length);
      const last = this.term(rest);
      const more = last === undefined ? this.joined(rest, most - 1) : [last];
      if (more !== undefined) return [first, ...more];
    }
    return undefined;
  }

  private words(words: readonly string[], most: number): Phrase[] | undefined {
    if (most < 2 || words.length < 2) return undefined;
    for (let length = words.length - 1; length >= 1; length -= 1) {
      const first = this.term(words.slice(0, length).join(" "));
      if (first === undefined) continue;
      const rest = words.slice(length);
      const last = this.term(rest.join(" "));
      const more = last === undefined ? this.words(rest, most - 1) : [last];
      if (more !== undefined) return [first, ...more];
    }
    return undefined;
  }
}

function keyOf(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** By its head, which stands before the first preposition. */
export function isPlural(english: string): boolean {
  const head = english.split(
    / (?:of|in|on|for|to|by|with|from|at|against|concerning|concerned|regarding|covered) ?/,
  )[0]!;
  return /(?:[^sui]s|people|staff)$/.test(head) && !/(?:news|analysis|basis|diplomacy)$/.test(head);
}
