const mark = "</think>";
const openingMark = "<think>";

/**
 * Watches an answer for the closing mark of a thought that was never opened. It counts at the start of a line or at the
 * end of one, where chat templates have it. In the middle it is a word of a text about such marks, if it is quoted there
 * or if the text has shown the opening mark before. What may become the mark is held back, so that what is given out does
 * not depend on how the text was cut.
 */
export class ThinkingLeak {
  leaked = false;
  private held = "";
  /** Nothing but white space stands before the next character on its line. */
  private lineIsBlank = true;
  /** The text has shown an opening mark: it is one about such marks. */
  private opened = false;
  /** The character before the next one. */
  private last = "";

  push(text: string): string {
    if (this.leaked) return "";
    if (this.held === "" && !text.includes("<")) return this.give(text);
    this.held += text;
    return this.drain(false);
  }

  /** The text is over: returns what was held back. */
  flush(): string {
    return this.leaked || this.held === "" ? "" : this.drain(true);
  }

  private drain(final: boolean): string {
    let out = "";
    for (;;) {
      const start = this.held.indexOf("<");
      if (start === -1) return out + this.letGo(this.held.length);
      out += this.letGo(start);
      const rest = this.held.slice(0, mark.length).toLowerCase();
      if (rest !== mark) {
        if (!final && (mark.startsWith(rest) || openingMark.startsWith(rest))) return out;
        if (rest.startsWith(openingMark)) this.opened = true;
        out += this.letGo(1);
        continue;
      }
      const after = this.held.slice(mark.length);
      if (!this.lineIsBlank && !final && /^[ \t]*$/.test(after)) return out;
      const endsLine = /^[ \t]*(?:[\r\n]|$)/.test(after);
      if (this.lineIsBlank || endsLine || !(this.opened || this.isQuoted(after))) {
        this.leaked = true;
        this.held = "";
        return out;
      }
      out += this.letGo(mark.length);
    }
  }

  private isQuoted(after: string): boolean {
    return /[「『“‘（(`"']/.test(this.last) || /^[」』”’）)`"']/.test(after);
  }

  private letGo(length: number): string {
    const text = this.held.slice(0, length);
    this.held = this.held.slice(length);
    return this.give(text);
  }

  private give(text: string): string {
    if (text !== "") this.last = text.at(-1)!;
    const line = text.slice(text.lastIndexOf("\n") + 1);
    const blank = line.trim() === "";
    this.lineIsBlank = line.length < text.length ? blank : this.lineIsBlank && blank;
    return text;
  }
}
