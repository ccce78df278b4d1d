import { checkPayloadLength } from "./payload-limit";

/**
 * Cuts a text that arrives in pieces into its lines. A line that is still open is kept as a list of pieces, so that one
 * of many megabytes costs linear time. Empty lines are passed over; a carriage return before the line end goes. One line has
 * a longest length (payload-limit.ts).
 */
export class LineSplitter {
  private open: string[] = [];
  private openLength = 0;

  constructor(private readonly takeLine: (line: string) => void) {}

  push(text: string): void {
    let from = 0;
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
      this.open.push(text.slice(from, end));
      from = end + 1;
      this.finishLine();
    }
    if (from === text.length) return;
    this.open.push(from === 0 ? text : text.slice(from));
    this.openLength += text.length - from;
    checkPayloadLength(this.openLength);
  }

  /** Tells that the text is over: the last line needs no line end. */
  end(): void {
    if (this.open.length > 0) this.finishLine();
  }

  private finishLine(): void {
    const line = this.open.length === 1 ? this.open[0]! : this.open.join("");
    this.open = [];
    this.openLength = 0;
    const whole = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (whole.trim() !== "") this.takeLine(whole);
  }
}
