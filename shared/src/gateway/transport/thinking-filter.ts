import { ThinkingLeak } from "./thinking-leak";

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
 *
 * Some chat templates write the opening mark themselves, so that a reply begins in mid-thought. A stream shows that only
 * by the closing mark, when the thoughts have been given out: `leaked` is then true, nothing more is given out, and the
 * answer must fail. Whoever knows beforehand says `opened`: all is then held back until the closing mark.
 */
export class ThinkingFilter {
  private state: "beginning" | "thinking" | "answer";
  private buffer = "";
  private closing = "</think>";
  private hasThought: boolean;
  /** Text of a thought that nobody has opened visibly: without a closing mark it was the answer. */
  private readonly unopened: string[] | undefined;
  private readonly leak = new ThinkingLeak();

  constructor({ opened = false }: { opened?: boolean } = {}) {
    this.state = opened ? "thinking" : "beginning";
    this.hasThought = opened;
    this.unopened = opened ? [] : undefined;
  }

  /** Thoughts were given out as words. */
  get leaked(): boolean {
    return this.leak.leaked;
  }

  /** Takes a piece of the text; returns what is certain to be answer. */
  push(text: string): string {
    if (this.state === "answer") return this.hasThought ? text : this.leak.push(text);
    if (text === "") return "";
    this.buffer += text;
    if (this.state === "thinking") this.unopened?.push(text);
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

  /**
   * The text is over: returns what was held back.
   * @param whole the model came to its own end: a text that was taken for a thought and never closed was the answer
   */
  flush(whole = false): string {
    const { state, unopened } = this;
    if (state === "answer") return this.leak.flush();
    if (state === "thinking") this.buffer = whole && unopened !== undefined ? unopened.join("") : "";
    return this.begin(this.buffer.trimStart()) + this.leak.flush();
  }

  /** Drops thinking; false when its end has not come yet, of which a part may be kept. */
  private skipThinking(): boolean {
    const end = this.buffer.indexOf(this.closing);
    if (end === -1) {
      this.buffer = this.buffer.slice(1 - this.closing.length);
      return false;
    }
    this.buffer = this.buffer.slice(end + this.closing.length);
    if (this.unopened !== undefined) this.unopened.length = 0;
    this.state = "beginning";
    return true;
  }

  private begin(start: string): string {
    const text = this.hasThought ? start : this.leak.push(this.buffer);
    this.buffer = "";
    this.state = "answer";
    return text;
  }
}

/** The answer in a whole text, with the thinking before it taken off, whether it was opened visibly or not. */
export function withoutThinking(text: string): string {
  const filter = new ThinkingFilter();
  const answer = filter.push(text) + filter.flush();
  if (!filter.leaked) return answer;
  return text.slice(text.lastIndexOf("</think>") + "</think>".length).trimStart();
}
