import type { HtmlBlock, MailPart } from "./html-reading";
import type { Hue } from "./hue";

type Kind = Pick<HtmlBlock, "kind" | "level">;

interface Frame {
  blocks: HtmlBlock[];
  /** The block that is being written, in pieces: looked at as one text only when it ends, so that the time stays linear. */
  pieces: string[];
  /** One of the pieces shows something. */
  hasWords: boolean;
  /** The one colour of what it shows. */
  hue: Hue | undefined;
  /** Cells of the row, while one is open. */
  row: HtmlBlock[][] | undefined;
}

function frameOf(row?: HtmlBlock[][]): Frame {
  return { blocks: [], pieces: [], hasWords: false, hue: undefined, row };
}

const wide = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Puts what a page shows into blocks: white space as browsers collapse it, rows of tables on one line where they fit. */
export class VisibleWriter {
  private frame: Frame = frameOf();
  private readonly outer: Frame[] = [];
  private readonly kinds: Kind[] = [];
  private readonly parts: MailPart[] = [];
  private quoted = 0;
  private spaced = false;
  /** Letters and other signs shown so far; tells whether anything was shown yet. */
  shown = 0;

  /** @param layout the blocks tell what parts them and what mail programs mark them as */
  constructor(private readonly layout = false) {}

  /** Text was written into a block that has not ended. */
  get isOpen(): boolean {
    return this.frame.hasWords;
  }

  /** The next block stands apart from the one before it. */
  space(): void {
    this.spaced = true;
  }

  openPart(part: MailPart): void {
    this.boundary();
    this.parts.push(part);
  }

  closePart(): void {
    this.boundary();
    this.parts.pop();
  }

  /** @param hue colour of the text, told where the layout is asked for */
  text(text: string, preserved: boolean, hue?: Hue): void {
    this.begin(text, hue);
    const value = preserved ? text.replace(/\r\n?/g, "\n") : collapse(text);
    if (value === "") return;
    const { frame } = this;
    const before = frame.pieces.at(-1)?.at(-1) ?? "\n";
    const isSpaceTwice = !preserved && value.startsWith(" ") && (before === " " || before === "\n");
    const joined = isSpaceTwice ? value.slice(1) : value;
    if (joined === "") return;
    frame.pieces.push(joined);
    const { length } = joined.trim();
    frame.hasWords ||= length > 0;
    this.shown += length;
  }

  /** Lines of a block in a colour of their own are a block; a word in the midst of a line is not. */
  private begin(text: string, hue: Hue | undefined): void {
    if (!this.layout || text.trim() === "" || this.frame.hue === hue) return;
    if (this.frame.hasWords && this.frame.pieces.at(-1) === "\n") this.boundary();
    this.frame.hue = this.frame.hasWords ? undefined : hue;
  }

  /** A line break inside a block. */
  lineBreak(): void {
    const { pieces } = this.frame;
    for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
      let end = last.length;
      while (end > 0 && last[end - 1] === " ") end -= 1;
      if (end === 0) continue;
      pieces.push(last.slice(0, end));
      break;
    }
    pieces.push("\n");
  }

  /** Ends the block that is being written: another box begins or ends here. */
  boundary(): void {
    const { frame } = this;
    const written = frame.pieces.join("");
    const text = written.replace(/\u00a0/g, " ");
    frame.pieces = [];
    frame.hasWords = false;
    const { hue } = frame;
    frame.hue = undefined;
    // <p>&nbsp;</p> and <div><br></div> are empty lines; white space between tags is none.
    if (/[\n\u00a0]/.test(written) && text.trim() === "") this.spaced = true;
    let isFirst = true;
    for (const part of text.split(/\n[ \t\u3000]*\n\s*/)) {
      const lines = part
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n")
        .replace(/^\n+/, "")
        .trimEnd();
      if (!isFirst) this.spaced = true;
      isFirst = false;
      if (lines.trim() === "") continue;
      const { kind, level } = this.kinds.at(-1) ?? { kind: "paragraph" };
      frame.blocks.push({
        text: lines.replace(/^[ \t]+/, ""),
        kind,
        ...(level === undefined ? {} : { level }),
        ...(this.quoted === 0 ? {} : { quoted: this.quoted }),
        ...this.layoutMarks(),
        ...(hue === undefined ? {} : { hue }),
      });
    }
  }

  private layoutMarks(): Pick<HtmlBlock, "spaced" | "part"> {
    const { spaced } = this;
    this.spaced = false;
    const part = this.parts.at(-1);
    return this.layout ? { ...(spaced ? { spaced } : {}), ...(part === undefined ? {} : { part }) } : {};
  }

  enter(kind: Kind | undefined): void {
    this.boundary();
    if (kind !== undefined) this.kinds.push(kind);
  }

  leave(kind: Kind | undefined): void {
    this.boundary();
    if (kind !== undefined) this.kinds.pop();
  }

  quote(step: 1 | -1): void {
    this.boundary();
    this.quoted += step;
  }

  openRow(): void {
    this.boundary();
    this.outer.push(this.frame);
    this.frame = frameOf([]);
  }

  openCell(): void {
    this.boundary();
    this.outer.push(this.frame);
    this.frame = frameOf();
    this.kinds.push({ kind: "table-cell" });
  }

  closeCell(): void {
    this.boundary();
    this.kinds.pop();
    const cell = this.frame.blocks;
    this.frame = this.outer.pop()!;
    if (this.frame.row === undefined) append(this.frame.blocks, cell);
    else this.frame.row.push(cell);
  }

  closeRow(): void {
    this.boundary();
    const { row = [], blocks } = this.frame;
    this.frame = this.outer.pop()!;
    const filled = row.filter((cell) => cell.length > 0);
    const isData = filled.length > 1 && filled.every((cell) => cell.length === 1 && !cell[0]!.text.includes("\n"));
    if (isData) {
      const { quoted, part } = filled[0]![0]!;
      const text = row.map((cell) => cell[0]?.text ?? "").join("\t");
      this.frame.blocks.push({
        text: text.trimEnd(),
        kind: "table-cell",
        ...(quoted === undefined ? {} : { quoted }),
        ...(part === undefined ? {} : { part }),
      });
    } else for (const cell of row) append(this.frame.blocks, cell);
    append(this.frame.blocks, blocks);
  }

  finish(): HtmlBlock[] {
    this.boundary();
    return this.frame.blocks;
  }
}

function append(to: HtmlBlock[], from: readonly HtmlBlock[]): void {
  for (const block of from) to.push(block);
}

/** White space as browsers show it; a line end between two Japanese characters is none. */
function collapse(text: string): string {
  if (!/[\t\n\f\r ]/.test(text)) return text;
  return text.replace(/[\t\n\f\r ]+/g, (space, offset: number) => {
    if (!/[\n\r]/.test(space)) return " ";
    const before = text[offset - 1] ?? "";
    const after = text[offset + space.length] ?? "";
    return wide.test(before) && wide.test(after) ? "" : " ";
  });
}
