import {
  firstTagIn,
  mayOpen,
  openingTagIn,
  partialClosingTag,
  partialTag,
  prefaceLimit,
  tagLength,
} from "./output-tags";

/**
 * Takes the `<output>` tags off that models of 源内 put around an answer (trap A4 of the reference page on GENAI's
 * contracts). What stands before the opening tag (以下に要約します。) and after the closing tag is no part of the answer.
 * Works on a stream: the pieces it gives out are, joined, the same however the text was cut.
 *
 * Tolerant in these ways: tags in any case and with white space in them; white space next to the tags goes; an unclosed
 * wrapper goes on to the end of the text, and of a closing tag cut in two nothing is left; a second wrapper continues
 * the answer on a new line; a wrapper inside a wrapper goes as well; an answer that has only the closing tag, at its end,
 * loses it; an opening tag may have attributes.
 * An answer may quote the tags: those inside the wrapper stay, and it is the last closing tag that ends it, save one that
 * closes a tag quoted behind it. So what follows a closing tag is held back until the next one, or the end.
 * Careful in these: an opening tag counts at the start of a line or after a full stop or colon, so that a text about the
 * HTML element is left alone; and it counts only after at most three lines of at most 120 characters, 300 in all,
 * because what may be a preface has to be held back from the reader. A text without a wrapper is given out unchanged.
 */
export class OutputWrapper {
  private buffer = "";
  private state: "before" | "inside" | "after" | "bare" = "before";
  /** Opening tags that the answer quotes and has not closed. */
  private quoted = 0;
  /** State "after": the closing tag with the white space before it, and what follows it as far as it was looked through. */
  private closing = "";
  private rest = "";
  /** The closing tag may be that of a quoted opening one. */
  private closesQuoted = false;
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
      else if (state === "after") out += this.readAfter(final);
      else out += state === "inside" ? this.readInside(final) : this.readBare(final);
      if (this.state === state) return out;
      if (final && this.state === "inside" && this.buffer === "") return out;
    }
  }

  /** Nothing has been given out: a preface, or the answer itself. */
  private readBefore(final: boolean): void {
    const { buffer } = this;
    const limit = prefaceLimit(buffer);
    const tag = openingTagIn(buffer.slice(0, limit + tagLength));
    if (tag !== undefined && tag.start <= limit) this.open(tag.end);
    else if (final || (buffer.length > limit && partialTag(buffer) > limit)) this.state = "bare";
  }

  private open(end: number): void {
    this.buffer = this.buffer.slice(end);
    this.state = "inside";
    this.hasText = false;
    this.quoted = 0;
  }

  private readInside(final: boolean): string {
    let out = "";
    for (;;) {
      if (!this.hasText) this.buffer = this.buffer.trimStart();
      const tag = firstTagIn(this.buffer);
      if (tag === undefined) return out + this.giveUntilTag(final);
      if (tag.kind === "closing") {
        const before = this.buffer.slice(0, tag.start);
        const words = before.trimEnd();
        this.close(before.slice(words.length) + this.buffer.slice(tag.start, tag.end), tag.end);
        return out + this.give(words);
      }
      // A tag before any word is a second wrapper around the same answer; one behind words is quoted.
      if (this.hasText || tag.start > 0) {
        out += this.give(this.buffer.slice(0, tag.end));
        this.quoted++;
      }
      this.buffer = this.buffer.slice(tag.end);
    }
  }

  /** Gives out what cannot be the beginning of a tag, nor white space that stands before one. */
  private giveUntilTag(final: boolean): string {
    const cut = final ? partialClosingTag(this.buffer) : partialTag(this.buffer);
    const words = this.buffer.slice(0, cut);
    const safe = final ? words : words.trimEnd();
    this.buffer = final ? "" : this.buffer.slice(safe.length);
    return this.give(safe);
  }

  private close(closing: string, end: number): void {
    this.closing = closing;
    this.rest = "";
    this.closesQuoted = this.quoted > 0;
    this.quoted = 0;
    this.buffer = this.buffer.slice(end);
    this.state = "after";
  }

  /** Drops a suffix. A further wrapper may follow it; or a further closing tag shows that it belongs to the answer. */
  private readAfter(final: boolean): string {
    let out = "";
    for (;;) {
      const tag = firstTagIn(this.buffer);
      const end = tag?.start ?? partialTag(this.buffer);
      this.rest += this.buffer.slice(0, end);
      this.buffer = this.buffer.slice(end);
      if (tag === undefined) return final ? out + this.endAfter() : out;
      const text = this.buffer.slice(0, tag.end - tag.start);
      if (tag.kind === "opening") {
        if (this.quoted === 0 && !this.closesQuoted && mayOpen(`>${this.rest}`)) {
          if (this.given) this.due = "\n";
          this.open(text.length);
          return out;
        }
        this.quoted++;
      } else if (this.quoted > 0) this.quoted--;
      else if (this.closesQuoted || this.rest.trim() !== "") {
        out += this.takeBack(text);
        continue;
      }
      this.rest += text;
      this.buffer = this.buffer.slice(text.length);
    }
  }

  /** A further closing tag: all before it belongs to the answer. */
  private takeBack(tag: string): string {
    const whole = this.closing + this.rest;
    const words = whole.trimEnd();
    this.close(whole.slice(words.length) + tag, tag.length);
    return this.give(words);
  }

  /** The text is over. A quoted tag's closing tag, in mid-line, has not ended the answer: it was cut. */
  private endAfter(): string {
    const rest = this.rest + this.buffer;
    this.buffer = "";
    if (!this.closesQuoted || !/^[^\S\n]*[^\s<]/u.test(rest)) return "";
    this.state = "inside";
    return this.give(this.closing + rest.slice(0, partialClosingTag(rest)));
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
