import type { Introduced } from "./prefaces";

type Mark = Introduced["opened"][number];

const fenceLine = /(?:^|\n)[ \t]*```[ \t]*(?=\n)/;
const closingTag = /<\/(?:output|summary|answer|result|要約|出力)>/i;
const longestTag = 12;

/**
 * Takes the closing marks off the rest of an answer that was opened with a fence or a tag. Works on a stream, and holds
 * back no more than what may still turn out to be one.
 */
export class ClosingMarks {
  private held = "";
  private readonly open: Set<Mark>;

  constructor(opened: readonly Mark[]) {
    this.open = new Set(opened);
  }

  push(text: string): string {
    this.held += text;
    if (this.open.has("fence")) this.takeOff("fence", this.held.replace(fenceLine, ""));
    if (this.open.has("tag")) this.takeTag();
    const known = this.held.slice(0, this.open.size === 0 ? this.held.length : this.sureLength());
    this.held = this.held.slice(known.length);
    return known;
  }

  flush(): string {
    if (this.open.has("tag")) this.takeTag();
    const end = this.held.trimEnd();
    if (this.open.has("fence") && end.endsWith("```")) this.takeOff("fence", end.slice(0, -3).trimEnd());
    const rest = this.held;
    this.held = "";
    return rest;
  }

  private takeTag(): void {
    const found = closingTag.exec(this.held);
    if (found === null) return;
    this.takeOff("tag", this.held.slice(0, found.index).trimEnd() + this.held.slice(found.index + found[0].length));
  }

  private takeOff(kind: Mark, shorter: string): void {
    if (shorter === this.held) return;
    this.held = shorter;
    this.open.delete(kind);
  }

  private sureLength(): number {
    const bracket = this.held.lastIndexOf("<");
    let end = bracket >= 0 && this.held.length - bracket < longestTag ? bracket : this.held.length;
    while (end > 0 && /[\s`]/.test(this.held[end - 1]!)) end -= 1;
    return end;
  }
}
