import { openingTagIn, partialClosingTag, prefaceLimit, tagLength } from "./output-tags";

const closingTag = /<\/output\s{0,8}>/iu;

/**
 * Takes the `<output>` tags off that models of 源内 put around an answer (trap A4 of the reference page on GENAI's
 * contracts). What stands before the opening tag (以下に要約します。) and after the closing tag is no part of the answer.
 * Works on a stream: the pieces it gives out are, joined, the same however the text was cut.
 *
 * Tolerant in these ways: tags in any case and with white space in them; white space next to the tags goes; an unclosed
 * wrapper goes on to the end of the text, and of a closing tag cut in two nothing is left; a second wrapper continues
 * the answer on a new line; an answer that has only the closing tag, at its end, loses it.
 * Careful in these: an opening tag counts at the start of a line or after a full stop or colon, so that a text about the
 * HTML element is left alone; and it counts only after at most three lines of at most 120 characters, 300 in all,
 * because what may be a preface has to be held back from the reader. A text without a wrapper is given out unchanged.
 */
export class OutputWrapper {
  private buffer = "";
  private state: "before" | "inside" | "after" | "bare" = "before";
  /** Last character before the buffer on its line; "" at the start of a line. */
  private previous = "";
  /** What goes before the next words: a line break between two wrappers. */
  private due = "";
  /** The wrapper that is open has words. */
  private hasText = false;
  /** Words were given out. */
  private given = false;

  /** The text ended inside a wrapper: it was cut, or the model forgot the closing tag. */
  get unclosed(): boolean {
    return this.state === "inside";
  }

  /** Takes a piece of the text; returns what is certain to be answer. */
  push(text: string): string {
    if (text === "") return "";
    this.buffer += text;
    return this.drain(false);
  }

  /** The text is over: returns what was held back. */
  flush(): string {
    return this.drain(true);
  }

  private drain(final: boolean): string {
    let out = "";
    for (;;) {
      const { state } = this;
      if (state === "before") this.readBefore(final);
      else if (state === "after") this.readAfter();
      else out += state === "inside" ? this.readInside(final) : this.readBare(final);
      if (this.state === state) return out;
    }
  }

  /** Nothing has been given out: a preface, or the answer itself. */
  private readBefore(final: boolean): void {
    const limit = prefaceLimit(this.buffer);
    const tag = openingTagIn(this.buffer.slice(0, limit + tagLength), "");
    if (tag !== undefined && tag.start <= limit) this.open(tag.end);
    else if (final || this.buffer.length >= limit + tagLength) this.state = "bare";
  }

  private open(end: number): void {
    this.buffer = this.buffer.slice(end);
    this.state = "inside";
    this.hasText = false;
  }

  private readInside(final: boolean): string {
    if (!this.hasText) this.buffer = this.buffer.trimStart();
    const closing = closingTag.exec(this.buffer);
    if (closing !== null) {
      const words = this.buffer.slice(0, closing.index).trimEnd();
      this.buffer = this.buffer.slice(closing.index + closing[0].length);
      this.previous = ">";
      this.state = "after";
      return this.give(words);
    }
    const cut = partialClosingTag(this.buffer);
    const words = this.buffer.slice(0, cut);
    if (final) {
      this.buffer = "";
      return this.give(words);
    }
    // White space at the end may be what stands before the closing tag.
    const safe = words.trimEnd();
    this.buffer = this.buffer.slice(safe.length);
    return this.give(safe);
  }

  /** Drops a suffix; a further wrapper may follow it. */
  private readAfter(): void {
    const tag = openingTagIn(this.buffer, this.previous);
    if (tag !== undefined) {
      if (this.given) this.due = "\n";
      return this.open(tag.end);
    }
    const last = this.buffer.lastIndexOf("<");
    const kept = last >= 0 && this.buffer.length - last < tagLength ? last : this.buffer.length;
    const dropped = this.previous + this.buffer.slice(0, kept);
    this.previous = dropped
      .slice(dropped.lastIndexOf("\n") + 1)
      .trimEnd()
      .slice(-1);
    this.buffer = this.buffer.slice(kept);
  }

  /** An answer without a wrapper; a closing tag is still taken off its end. */
  private readBare(final: boolean): string {
    const { buffer } = this;
    const closing = /<\/output\s{0,8}>\s*$/iu.exec(buffer)?.index ?? partialClosingTag(buffer);
    const isTag = /^<\/o/iu.test(buffer.slice(closing));
    this.buffer = final ? "" : buffer.slice(closing);
    if (final && !isTag) return buffer;
    return buffer.slice(0, closing);
  }

  private give(words: string): string {
    if (words === "") return "";
    const text = this.due + words;
    this.due = "";
    this.hasText = true;
    this.given = true;
    return text;
  }
}

/** The answer in a whole text; `unclosed` says that its wrapper was not closed, as in a text that was cut. */
export function unwrapOutput(text: string): { answer: string; unclosed: boolean } {
  const wrapper = new OutputWrapper();
  const answer = wrapper.push(text) + wrapper.flush();
  return { answer, unclosed: wrapper.unclosed };
}
