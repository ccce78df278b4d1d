import { foldWidth } from "../../../language";
import { kindWords } from "./placeholder-code";
import { anyWord, openBrackets, openPlaceholderStart, readPlaceholders, separators } from "./read-placeholders";

export interface RestoreTable {
  /** The words a code stands for; undefined for a code that was not given out. */
  valueOf(code: string): string | undefined;
  /** True for a broken placeholder, or the beginning of one, that may be the model's own words (of a kind that was never given out). */
  isOwnWords(text: string): boolean;
}

/** What became of a stretch of output. */
export interface RestoredText {
  text: string;
  /** Codes that came, in their order, with repetitions. */
  codes: string[];
  /** Placeholders that are broken or were never given out, as they stood. */
  unknown: string[];
}

/** Puts the words back into a whole text. */
export function restoreText(text: string, table: RestoreTable): RestoredText {
  const read = readPlaceholders(text, (code) => table.valueOf(code) !== undefined);
  const codes: string[] = [];
  const unknown: string[] = [];
  let restored = "";
  let done = 0;
  for (const { start, end, code } of read) {
    const value = code === undefined ? undefined : table.valueOf(code);
    const words = text.slice(start, end);
    if (code === undefined || value === undefined) {
      if (!table.isOwnWords(words)) unknown.push(words);
      restored += text.slice(done, end);
    } else {
      codes.push(code);
      restored += text.slice(done, start) + value;
    }
    done = end;
  }
  return { text: restored + text.slice(done), codes, unknown };
}

/** Puts the words back while a text streams: what may become a placeholder is held back, wherever the deltas are cut. */
export class RestoreStream {
  private held = "";
  /** The character before what is held: a letter there says that no placeholder begins. */
  private before = "";

  constructor(private readonly table: RestoreTable) {}

  push(delta: string): RestoredText {
    this.held += delta;
    return this.take(openPlaceholderStart(this.before + this.held) - this.before.length);
  }

  /**
   * The rest. The beginning of a placeholder is broken, as the text has ended.
   * @param cut true when a limit cut the text: the beginning of a placeholder is left out then
   */
  flush(cut = false): RestoredText {
    if (!cut) {
      const half = halfAtEnd(this.before + this.held, this.table);
      if (half !== undefined) return { text: "", codes: [], unknown: [half] };
    }
    if (cut) {
      const open = openPlaceholderStart(this.before + this.held) - this.before.length;
      const rest = this.held.slice(Math.max(0, open));
      const whole = readPlaceholders(rest, (code) => this.table.valueOf(code) !== undefined);
      if (!whole.some(({ code }) => code !== undefined) && looksBegun(rest))
        this.held = this.held.slice(0, Math.max(0, open));
    }
    return this.take(this.held.length);
  }

  private take(length: number): RestoredText {
    const end = Math.max(0, length);
    if (end === 0) return { text: "", codes: [], unknown: [] };
    const context = this.before;
    const result = restoreText(context + this.held.slice(0, end), this.table);
    // The context is one character and no part of a placeholder, so it comes back as it is.
    const text = result.text.slice(context.length);
    this.before = this.held.slice(end - 1, end);
    this.held = this.held.slice(end);
    return { ...result, text };
  }
}

const begun = new RegExp(`^\\\\?[\\[【〔⟦〚{]{0,2}\\s*(?:${Object.values(kindWords).join("|")})?`, "iu");

const half = new RegExp(
  `(?:[${openBrackets}]{1,2}\\s*(?:[A-Z]+|${anyWord}[${separators}]{1,4}[A-Za-z]{0,5})|(?<![A-Za-z])${anyWord}[-\\u2010-\\u2015\\u2212ー][A-Z]{0,5})$`,
  "u",
);

/** A placeholder that has only begun where the text ends; undefined where there is none, or it can be restored as it is. */
function halfAtEnd(text: string, table: RestoreTable): string | undefined {
  const begun = half.exec(foldWidth(text));
  if (begun === null) return undefined;
  const last = readPlaceholders(text, (code) => table.valueOf(code) !== undefined).at(-1);
  const words = text.slice(begun.index);
  return last?.end === text.length || table.isOwnWords(words) ? undefined : words;
}

/** True for the beginning of a placeholder, not for any word that begins with the same letter. */
function looksBegun(rest: string): boolean {
  const folded = foldWidth(rest);
  return /^\\?[[【〔⟦〚{]/u.test(folded) || (begun.exec(folded)?.[0].length ?? 0) >= 5;
}
