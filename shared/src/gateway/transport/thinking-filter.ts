import { ChannelEnd } from "./channel-end";
import { ThinkingLeak } from "./thinking-leak";
import { beginningOf, fromFirstVisible, templateMark, type ThinkingMark } from "./thinking-marks";

/**
 * Takes the thinking off the beginning of a text, so that it never becomes an answer. Works on a stream: the pieces it
 * gives out are, joined, the same however the text was cut. Several passages in a row go, white space between them and
 * before the answer as well; one that is never closed leaves nothing. Anywhere but at the beginning the marks are words.
 * A text that does not begin so is given out unchanged.
 *
 * A passage within a passage is closed by a mark of its own. But thoughts may also just mention the opening mark: where
 * the last closing mark is missing, what stands behind the one before it was the answer of a text that is whole.
 *
 * Some chat templates write the opening mark themselves, so that a reply begins in mid-thought. A stream shows that only
 * by the closing mark, when the thoughts have been given out: `leaked` is then true, nothing more is given out, and the
 * answer must fail. Whoever knows beforehand says `opened`: all is then held back until the closing mark.
 */
export class ThinkingFilter {
  private state: "beginning" | "thinking" | "answer";
  private buffer = "";
  private mark: ThinkingMark = templateMark;
  /** Passages that are open. */
  private depth = 1;
  private hasThought: boolean;
  /** Nothing visible was thought yet, and the opening mark was not seen: the reply may write it once more. */
  private mayOpen: boolean;
  /** Text that may be a thought or the answer: without a closing mark it was the answer. */
  private doubtful: string[] | undefined;
  private readonly leak = new ThinkingLeak();
  private channelEnd: ChannelEnd | undefined;

  constructor({ opened = false }: { opened?: boolean } = {}) {
    this.state = opened ? "thinking" : "beginning";
    this.hasThought = opened;
    this.mayOpen = opened;
    this.doubtful = opened ? [] : undefined;
  }

  /** Thoughts were given out as words. */
  get leaked(): boolean {
    return this.leak.leaked;
  }

  /** Takes a piece of the text; returns what is certain to be answer. */
  push(text: string): string {
    if (this.state === "answer") return this.give(text);
    if (text === "") return "";
    this.buffer += text;
    if (this.state === "thinking") this.doubtful?.push(text);
    for (;;) {
      if (this.state === "thinking" && !this.skipThinking()) return "";
      const start = fromFirstVisible(this.buffer);
      const beginning = beginningOf(start);
      if (beginning === undefined) return this.begin(start);
      if (beginning.type === "maybe") return "";
      this.buffer = beginning.rest;
      this.hasThought = true;
      if (beginning.type === "final") this.channelEnd = new ChannelEnd();
      else {
        this.mark = beginning.mark;
        this.state = "thinking";
        this.depth = 1;
      }
    }
  }

  /**
   * The text is over: returns what was held back.
   * @param whole the model came to its own end: a text that was taken for a thought and never closed was the answer
   */
  flush(whole = false): string {
    const { state, doubtful } = this;
    if (state === "thinking") this.buffer = whole && doubtful !== undefined ? doubtful.join("") : "";
    const last = state === "answer" ? "" : this.begin(fromFirstVisible(this.buffer));
    return last + (this.channelEnd?.flush() ?? "") + this.leak.flush();
  }

  /** Drops thinking; false when its end has not come yet, of which a part may be kept. */
  private skipThinking(): boolean {
    for (;;) {
      const turn = this.mark.turn.exec(this.buffer);
      if (turn === null) {
        const kept = this.buffer.slice(1 - this.mark.turnLength);
        if (fromFirstVisible(this.buffer.slice(0, this.buffer.length - kept.length)) !== "") this.mayOpen = false;
        this.buffer = kept;
        return false;
      }
      const repeated = this.mayOpen && fromFirstVisible(this.buffer.slice(0, turn.index)) === "";
      this.mayOpen = false;
      this.buffer = this.buffer.slice(turn.index + turn[0].length);
      if (/^[<[][^/|]/.test(turn[0])) {
        if (!repeated) this.depth++;
      } else if (--this.depth > 0) this.doubtful = [this.buffer];
      else break;
    }
    this.doubtful = undefined;
    this.state = "beginning";
    return true;
  }

  private begin(start: string): string {
    const text = this.hasThought ? start : this.buffer;
    this.buffer = "";
    this.state = "answer";
    return this.give(text);
  }

  private give(text: string): string {
    if (this.channelEnd !== undefined) return this.channelEnd.push(text);
    return this.hasThought ? text : this.leak.push(text);
  }
}

/** The answer in a whole text, with the thinking before it taken off, whether it was opened visibly or not. */
export function withoutThinking(text: string): string {
  const filter = new ThinkingFilter();
  const answer = filter.push(text) + filter.flush(true);
  return filter.leaked ? fromFirstVisible(text.split(/<\/think>/i).at(-1)!) : answer;
}
