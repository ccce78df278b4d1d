const endMarks = ["<|end|>", "<|return|>", "<|call|>", "<|start|>", "<|channel|>"] as const;
const endMark = /<\|(?:end|return|call|start|channel)\|>/i;

/**
 * Ends an answer in OpenAI's harmony format at its own mark of the end. What may become the mark is held back, so that
 * what is given out does not depend on how the text was cut.
 */
export class ChannelEnd {
  private held = "";
  private over = false;

  push(text: string): string {
    if (this.over) return "";
    const all = this.held + text;
    this.held = "";
    const end = endMark.exec(all);
    if (end !== null) {
      this.over = true;
      return all.slice(0, end.index);
    }
    const start = all.lastIndexOf("<");
    const tail = start === -1 ? "" : all.slice(start).toLowerCase();
    if (tail === "" || !endMarks.some((mark) => mark.startsWith(tail))) return all;
    this.held = all.slice(start);
    return all.slice(0, start);
  }

  /** The text is over: returns what was held back. */
  flush(): string {
    const { held } = this;
    this.held = "";
    return held;
  }
}
