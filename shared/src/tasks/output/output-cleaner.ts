import { safeLength, withoutCitations } from "./line-pieces";
import { mayBecomePreface, prefaceLength } from "./preface";
import { XmlCharacters } from "./xml-characters";

const wrapper = /<\/?(?:output|summary|answer|result|要約|出力)>/giu;
const thinkStart = "<think>";
const thinkEnd = "</think>";

/**
 * Takes off what models put around an answer although they were asked not to: prefaces (以下に要約します。), <output> tags,
 * <think> passages, code fences, rules, bold marks, empty lines, characters that XML forbids. Bullets become 「・」. Works on a stream: what may still
 * turn out to be such a mark is held back until it is known, however the deltas are cut, so that the concatenated
 * pieces are the same as for the whole text at once.
 *
 * Without `keepMarks` the text is for reading: citation marks and the # of headings are gone as well.
 */
export class OutputCleaner {
  private readonly characters = new XmlCharacters();
  private buffer = "";
  private atLineStart = true;
  private thinking = false;
  /** Nothing but prefaces has been seen yet. */
  private beforeText = true;
  private lineHasText = false;
  private newlineDue = false;
  /** Last character given out: a mark is judged by what stood before it, which an earlier piece may hold. */
  private lastCharacter = "";

  constructor(private readonly options: { keepMarks?: boolean } = {}) {}

  /** Takes a piece of the answer; returns the text that is certain by now. */
  push(delta: string): string {
    this.buffer += this.characters.push(delta);
    return this.drain(false);
  }

  /** The answer has ended: returns what was held back. */
  flush(): string {
    this.characters.flush();
    return this.drain(true);
  }

  private drain(final: boolean): string {
    let out = "";
    for (;;) {
      if (!this.skipThinking(final)) return out;
      const lineEnd = this.buffer.search(/[\r\n]/);
      const complete = lineEnd >= 0 || final;
      const line = lineEnd >= 0 ? this.buffer.slice(0, lineEnd) : this.buffer;
      if (this.atLineStart) {
        const start = this.readLineStart(line, complete);
        if (start === "wait") return out;
        if (start === "again") continue;
        if (start === "drop") {
          this.buffer = lineEnd >= 0 ? this.buffer.slice(lineEnd + 1) : "";
          if (this.buffer === "" && lineEnd < 0) return out;
          continue;
        }
        this.atLineStart = false;
        continue;
      }
      const safe = complete ? line.length : safeLength(line);
      out += this.emit(line.slice(0, safe), complete);
      if (lineEnd < 0) {
        this.buffer = this.buffer.slice(safe);
        return out;
      }
      this.buffer = this.buffer.slice(lineEnd + 1);
      this.endLine();
    }
  }

  /** Drops a model's <think> passage; false when the buffer may hold only a part of one. */
  private skipThinking(final: boolean): boolean {
    for (;;) {
      if (this.thinking) {
        const end = this.buffer.indexOf(thinkEnd);
        if (end < 0) {
          // An end tag cut in two is still needed; anything before it is not.
          this.buffer = final ? "" : this.buffer.slice(-thinkEnd.length);
          return final;
        }
        this.buffer = this.buffer.slice(end + thinkEnd.length);
        this.thinking = false;
      }
      const blank = this.buffer.length - this.buffer.trimStart().length;
      const beginning = this.buffer.slice(blank, blank + thinkStart.length);
      if (!this.beforeText || !this.atLineStart || beginning === "") return true;
      if (beginning !== thinkStart) return final || !thinkStart.startsWith(beginning);
      this.thinking = true;
    }
  }

  /** Deals with what only the start of a line can hold; changes the buffer where something is taken off. */
  private readLineStart(line: string, complete: boolean): "wait" | "drop" | "again" | "text" {
    const bare = line.trim();
    if (complete && (bare === "" || /^(?:```[\w-]*|-{3,}|\*{3,}|_{3,}|={3,})$/.test(bare))) return "drop";
    if (complete && bare.replace(wrapper, "") === "") return "drop";
    if (!complete && (bare === "" || /^(?:`{1,3}[\w-]*|[-*_=#]+\s*|<[^>]{0,10})$/.test(bare))) return "wait";
    const tag = /^[\s\u3000]*<\/?(?:output|summary|answer|result|要約|出力)>/iu.exec(line)?.[0];
    if (tag !== undefined) {
      this.buffer = this.buffer.slice(tag.length);
      return "again";
    }
    if (this.beforeText) {
      if (!complete && mayBecomePreface(line)) return "wait";
      const preface = prefaceLength(line, complete);
      if (preface > 0) {
        this.buffer = this.buffer.slice(preface);
        return "again";
      }
    }
    const bullet = /^[\s\u3000]*(?:[-*•‣●]\s+|・\s*)(?=\S)/u.exec(line)?.[0];
    if (bullet !== undefined) {
      this.buffer = `・${this.buffer.slice(bullet.length)}`;
    } else if (/^[\s\u3000]*・?[\s\u3000]*$/.test(line) && !complete) {
      return "wait";
    } else {
      const heading = /^\s*(?:#{2,6}\s*|#\s+)/.exec(line)?.[0] ?? /^\s+/.exec(line)?.[0];
      const kept = heading !== undefined && heading.includes("#") && this.options.keepMarks === true ? "## " : "";
      if (heading !== undefined) this.buffer = kept + this.buffer.slice(heading.length);
    }
    return "text";
  }

  private emit(piece: string, endOfLine: boolean): string {
    let text = piece.replace(wrapper, "").replace(/\*\*/g, "");
    if (this.options.keepMarks !== true) text = withoutCitations(text, this.lastCharacter);
    if (endOfLine) text = text.trimEnd();
    if (text === "") return "";
    const due = this.newlineDue && !this.lineHasText ? "\n" : "";
    if (due !== "") this.newlineDue = false;
    this.lineHasText = true;
    this.beforeText = false;
    this.lastCharacter = text.at(-1)!;
    return due + text;
  }

  private endLine(): void {
    if (this.lineHasText) this.newlineDue = true;
    this.lineHasText = false;
    this.lastCharacter = "";
    this.atLineStart = true;
  }
}

/** Cleans a whole answer. */
export function cleanOutput(text: string, options: { keepMarks?: boolean } = {}): string {
  const cleaner = new OutputCleaner(options);
  return cleaner.push(text) + cleaner.flush();
}
