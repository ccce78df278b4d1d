import { screenSize } from "./css-length";
import type { FlowBox, Style } from "./style";

interface Frame {
  kind: FlowBox["kind"];
  /** Where the box is cut off, from the same origin as `y`; Infinity where it is not. */
  bottom: number;
  right: number;
  /** Where lines are broken. */
  width: number;
  /** Where the box begins, and what it is given of height. */
  top: number;
  least: number;
  most: number;
  paddingBottom: number;
  /** The line being written is the first of its block. */
  first: boolean;
  /** To go back to behind a box that stands apart. */
  saved: Cursor | undefined;
}

interface Cursor {
  y: number;
  margin: number;
  x: number;
  lineHeight: number;
  open: boolean;
}

const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/;
/** Shares of its size that a narrow letter and a line take at least. */
const narrowest = 0.2;
const lowestLine = 1.1;

/**
 * Follows the text of a page down the boxes that cut off what has no room, to know what is surely below or beside them. Lines and
 * letters are taken to be as small as they can be; what stands in tables, columns, floats or elsewhere is not followed.
 */
export class TextFlow {
  private cursor: Cursor = { y: 0, margin: 0, x: 0, lineHeight: 0, open: false };
  private frames: Frame[] = [openFrame()];

  /** True for a line that `text-indent` moves. */
  get isFirstLine(): boolean {
    return this.frames.at(-1)!.first;
  }

  enter({ flow, lineHeight, fontSize }: Style): void {
    if (flow.kind === "line") {
      this.cursor.x += flow.padding.left;
      return;
    }
    const outer = this.frames.at(-1)!;
    const isApart = flow.kind === "apart";
    const saved = isApart ? this.cursor : undefined;
    if (isApart) this.cursor = { y: 0, margin: 0, x: 0, lineHeight: 0, open: false };
    else {
      this.endLine();
      outer.first = false;
    }
    const { cursor } = this;
    const { padding } = flow;
    cursor.margin = flow.marginTop < 0 ? cursor.margin + flow.marginTop : Math.max(cursor.margin, flow.marginTop);
    if (padding.top > 0 || flow.cutsBelow || flow.height < Infinity) this.commitMargin();
    const top = cursor.y;
    cursor.y += padding.top;
    const size = (given: number, before: number, after: number): number =>
      flow.isBorderBox ? Math.max(given, before + after) : given + before + after;
    const height = size(Math.max(flow.height, flow.minHeight), padding.top, padding.bottom);
    const lines = (flow.lines ?? Infinity) * (lineHeight ?? fontSize * 1.5) + padding.top;
    const limits = isApart ? openFrame() : outer;
    this.frames.push({
      kind: flow.kind,
      bottom: Math.min(limits.bottom, top + (flow.cutsBelow ? Math.min(height, lines) : Infinity)),
      right: Math.min(limits.right, flow.cutsAside ? flow.width + padding.left + padding.right : Infinity),
      width: Math.min(limits.width, flow.width),
      top,
      least: flow.minHeight,
      most: flow.height === Infinity ? Infinity : height,
      paddingBottom: padding.bottom,
      first: true,
      saved,
    });
  }

  leave({ flow }: Style): void {
    if (flow.kind === "line") return;
    const frame = this.frames.pop()!;
    if (frame.saved !== undefined) {
      this.cursor = frame.saved;
      if (flow.inLine && flow.width < Infinity) this.picture(flow.width, flow.height < Infinity ? flow.height : 0);
      return;
    }
    this.endLine();
    const { cursor } = this;
    cursor.y = Math.max(cursor.y + frame.paddingBottom, frame.top + frame.least);
    if (frame.most < Infinity) {
      cursor.y = flow.height < Infinity ? frame.top + frame.most : Math.min(cursor.y, frame.top + frame.most);
      cursor.margin = 0;
    }
  }

  lineBreak({ lineHeight, fontSize }: Style): void {
    const { cursor } = this;
    this.commitMargin();
    cursor.open = true;
    cursor.lineHeight = Math.max(cursor.lineHeight, lineHeight ?? fontSize * lowestLine);
    this.endLine();
    this.frames.at(-1)!.first = false;
  }

  /** A picture in a line, or a box that stands there like one. */
  picture(width: number, height: number): void {
    const { cursor } = this;
    const { width: whole } = this.frames.at(-1)!;
    this.commitMargin();
    if (cursor.open && cursor.x + width > whole) this.endLine();
    cursor.open = true;
    cursor.x += width;
    cursor.lineHeight = Math.max(cursor.lineHeight, height);
  }

  /** Where in a text that is not seen begins; its length where all is. */
  text(text: string, { lineHeight, fontSize, nowrap, letterSpacing }: Style): number {
    if (!/\S/.test(text)) return text.length;
    const { cursor } = this;
    const { bottom, right, width } = this.frames.at(-1)!;
    this.commitMargin();
    const line = lineHeight ?? fontSize * lowestLine;
    const before = Math.max(0, cursor.lineHeight - line);
    cursor.open = true;
    cursor.lineHeight = Math.max(cursor.lineHeight, line);
    if (bottom === Infinity && right === Infinity) return text.length;
    const share = fontSize / 2;
    const breaks = !nowrap && width < Infinity;
    // Letters of a line with a picture stand at its foot; where the text would begin a new line they do so there.
    const first = breaks && cursor.x + fontSize * narrowest > width ? cursor.y + cursor.lineHeight : cursor.y + before;
    if (first + (line - fontSize) / 2 + share > bottom || (nowrap && cursor.x + share > right)) return 0;
    for (let index = 0; index < text.length; index += 1) {
      cursor.x += (wide.test(text[index]!) ? 1 : narrowest) * fontSize + Math.max(0, letterSpacing);
      if (nowrap && cursor.x > right + fontSize * 2) return index;
      if (!breaks || cursor.x <= width) continue;
      cursor.y += cursor.lineHeight;
      cursor.x = 0;
      cursor.lineHeight = line;
      this.frames.at(-1)!.first = false;
      // A line more than it takes: nobody knows exactly where lines end.
      if (cursor.y - line > bottom) return index;
    }
    return text.length;
  }

  private commitMargin(): void {
    this.cursor.y += this.cursor.margin;
    this.cursor.margin = 0;
  }

  private endLine(): void {
    const { cursor } = this;
    if (cursor.open) cursor.y += cursor.lineHeight;
    cursor.open = false;
    cursor.x = 0;
    cursor.lineHeight = 0;
  }
}

function openFrame(): Frame {
  return {
    kind: "block",
    bottom: Infinity,
    right: Infinity,
    width: screenSize.width,
    top: 0,
    least: 0,
    most: Infinity,
    paddingBottom: 0,
    first: true,
    saved: undefined,
  };
}
