/** Marks that local models put around what they think before they answer, when their server does not take them off. */
const marks: readonly (readonly [opening: string, closing: string])[] = [
  ["<think>", "</think>"],
  ["<thinking>", "</thinking>"],
  ["<thought>", "</thought>"],
  ["<reasoning>", "</reasoning>"],
  ["[THINK]", "[/THINK]"],
];

/**
 * Takes the thinking off the beginning of a text, so that it never becomes an answer. Works on a stream: the pieces it
 * gives out are, joined, the same however the text was cut. Several passages in a row go, white space between them and
 * before the answer as well; one that is never closed leaves nothing. Anywhere but at the beginning the marks are words.
 * A text that does not begin so is given out unchanged.
 */
export class ThinkingFilter {
  private state: "beginning" | "thinking" | "answer" = "beginning";
  private buffer = "";
  private closing = "";
  private hasThought = false;

  /** True as long as the text has been nothing but thinking and white space. */
  get beforeAnswer(): boolean {
    return this.state !== "answer";
  }

  /** Takes a piece of the text; returns what is certain to be answer. */
  push(text: string): string {
    if (this.state === "answer") return text;
    if (text === "") return "";
    this.buffer += text;
    for (;;) {
      if (this.state === "thinking" && !this.skipThinking()) return "";
      const start = this.buffer.trimStart();
      const mark = marks.find(([opening]) => start.startsWith(opening));
      if (mark !== undefined) {
        this.closing = mark[1];
        this.buffer = start.slice(mark[0].length);
        this.state = "thinking";
        this.hasThought = true;
        continue;
      }
      if (start === "" || marks.some(([opening]) => opening.startsWith(start))) return "";
      return this.begin(start);
    }
  }

  /** The text is over: returns what was held back. */
  flush(): string {
    const { state } = this;
    if (state === "answer") return "";
    if (state === "thinking") this.buffer = "";
    return this.begin(this.buffer.trimStart());
  }

  /** Drops thinking; false when its end has not come yet, of which a part may be kept. */
  private skipThinking(): boolean {
    const end = this.buffer.indexOf(this.closing);
    if (end === -1) {
      this.buffer = this.buffer.slice(1 - this.closing.length);
      return false;
    }
    this.buffer = this.buffer.slice(end + this.closing.length);
    this.state = "beginning";
    return true;
  }

  private begin(start: string): string {
    const text = this.hasThought ? start : this.buffer;
    this.buffer = "";
    this.state = "answer";
    return text;
  }
}
