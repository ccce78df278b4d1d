import { attributeValue, decodeEntities, mainBody, tokenize, type XmlToken } from "../../../ooxml";
import type { HiddenReason, HiddenText } from "../hidden-text";
import { isNear, white, type Color } from "../html/color";
import { leastFontSize } from "../html/least-sizes";
import { shadeOf, takeFill, takeRunProperty, type RunLook } from "./run-look";
import { WordStyles } from "./word-styles";

/** A paragraph of a document: what a reader sees of it, and all of it. */
export interface ShownParagraph {
  shown: string;
  /** With hidden text where it stands; without tracked deletions. */
  full: string;
  /** What `full` has more than `shown`, piece by piece; left out for nothing. */
  pieces?: string[];
}

export interface ShownDocument {
  paragraphs: ShownParagraph[];
  hidden: HiddenText[];
}

/** Per cent of the normal width under which letters are lines. */
const leastScale = 10;
/** Twips of an exact height under which nothing of a line shows. */
const leastHeight = 60;
/** Twips by which a paragraph stands outside of its page. */
const farOut = -8_000;
const mostHidden = 500;

const skipped = new Set(["mc:Fallback", "w:instrText", "w:delInstrText"]);
const deletions = new Set(["w:del", "w:moveFrom"]);
const replacements: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
};

interface OpenParagraph {
  shown: string;
  full: string;
  style: string;
  shade: Color | undefined;
  /** Why nothing of it shows: no line has room, or it stands beside the page. */
  gone: HiddenReason | undefined;
  hidden: { text: string; reason: HiddenReason }[];
  /** Hidden stretches and where in `shown` each stands. */
  pieces: { text: string; at: number }[];
}

/**
 * Reads the paragraphs of a document as they are shown, and tells what is not: hidden font (also by style), text in the colour of
 * its ground or without paint, letters too small or too narrow, rows and lines without height, deleted text, alternative texts however short. Text boxes come before the
 * paragraph they hang on. A ground that nobody knows from here (shapes, shaded table styles) hides nothing; `w:webHidden` hides
 * in a view that officials do not work in. Linear.
 * @param xml the main part, a header or footer, or a flat OPC package
 * @param stylesXml the styles part; for a package left out, its own are used
 */
export function shownParagraphs(xml: string, stylesXml: string = xml): ShownDocument {
  const reader = new ShownReader(xml, stylesXml);
  for (const token of tokenize(reader.xml)) reader.take(token);
  return reader.result();
}

/** `shownParagraphs` token by token, for who must pause in a long one. */
export class ShownReader {
  readonly xml: string;
  private readonly styles: WordStyles;
  private readonly page: Color | undefined;
  private readonly paragraphs: ShownParagraph[] = [];
  private readonly hidden: HiddenText[] = [];
  private readonly open: OpenParagraph[] = [];
  private readonly tables: { shades: boolean; shade: Color | undefined }[] = [];
  private readonly cells: (Color | undefined)[] = [];
  private readonly boxes: number[] = [];
  private readonly rows: (HiddenReason | undefined)[] = [];
  /** For each drawing around: whether it is hidden. */
  private readonly drawings: boolean[] = [];
  private inRow = false;
  private inFill = false;
  private skip = 0;
  private deleted = 0;
  private inText = false;
  private inParagraphProperties = 0;
  private inRunProperties = false;
  private properties: "cell" | "table" | undefined;
  private look: RunLook = {};
  private runStyle = "";

  constructor(xml: string, stylesXml: string) {
    this.page = pageColor(xml);
    this.styles = new WordStyles(stylesXml);
    this.xml = mainBody(xml);
  }

  result(): ShownDocument {
    return { paragraphs: this.paragraphs, hidden: this.hidden };
  }

  take(token: XmlToken): void {
    const { kind, name } = token;
    if (kind === "text") return this.takeText(token);
    if (kind === "other") return;
    const step = kind === "open" ? 1 : kind === "close" ? -1 : 0;
    if (skipped.has(name)) this.skip += step;
    else if (deletions.has(name)) this.deleted += step;
    if (this.skip > 0) return;
    const tag = (): string => this.xml.slice(token.start, token.end);
    switch (name) {
      case "w:p":
        if (kind === "open")
          this.open.push({ shown: "", full: "", style: "", shade: undefined, gone: undefined, hidden: [], pieces: [] });
        else if (kind === "self-closing") this.paragraphs.push({ shown: "", full: "" });
        else this.closeParagraph();
        return;
      case "w:pPr":
        this.inParagraphProperties += step;
        return;
      case "w:rPr":
        this.inRunProperties = kind === "open" && this.inParagraphProperties === 0;
        return;
      case "w:r":
        if (kind === "open") {
          this.look = {};
          this.runStyle = "";
        }
        return;
      case "w:t":
      case "w:delText":
        this.inText = kind === "open";
        return;
      case "w:tbl":
        if (kind === "open") this.tables.push({ shades: false, shade: undefined });
        else if (kind === "close") this.tables.pop();
        return;
      case "w:tc":
        if (kind === "open") this.cells.push(undefined);
        else if (kind === "close") this.cells.pop();
        return;
      case "w:tr":
        if (kind === "open") this.rows.push(undefined);
        else if (kind === "close") this.rows.pop();
        return;
      case "w:trPr":
        this.inRow = kind === "open";
        return;
      case "w14:textFill":
        this.inFill = kind === "open";
        return;
      case "wp:anchor":
      case "wp:inline":
        if (kind === "open") this.drawings.push(false);
        else if (kind === "close") this.drawings.pop();
        return;
      case "w:tcPr":
        this.properties = kind === "open" ? "cell" : undefined;
        return;
      case "w:tblPr":
        this.properties = kind === "open" ? "table" : undefined;
        return;
      case "w:txbxContent":
        if (kind === "open") this.boxes.push(this.open.length);
        else if (kind === "close") this.boxes.pop();
        return;
      default:
        if (kind !== "close") this.takeElement(name, tag);
    }
  }

  private takeElement(name: string, tag: () => string): void {
    const paragraph = this.open.at(-1);
    if (this.inRow && this.rows.length > 0) {
      const isLow =
        attributeValue(tag(), "w:hRule") === "exact" && Number(attributeValue(tag(), "w:val")) < leastHeight;
      if (name === "w:hidden") this.rows[this.rows.length - 1] = "vanish";
      else if (name === "w:trHeight" && isLow) this.rows[this.rows.length - 1] = "zero-size";
    } else if (this.inRunProperties) {
      if (name === "w:rStyle") this.runStyle = attributeValue(tag(), "w:val");
      else if (this.inFill) takeFill(this.look, name, tag());
      else takeRunProperty(this.look, name, tag());
    } else if (this.inParagraphProperties > 0 && paragraph !== undefined) {
      if (name === "w:pStyle") paragraph.style = attributeValue(tag(), "w:val");
      else if (name === "w:spacing") {
        const isExact = attributeValue(tag(), "w:lineRule") === "exact";
        if (isExact && Number(attributeValue(tag(), "w:line")) < leastHeight) paragraph.gone ??= "zero-size";
      } else if (name === "w:ind") {
        const left = Number(attributeValue(tag(), "w:left") || attributeValue(tag(), "w:start") || "0");
        if (left < farOut) paragraph.gone ??= "off-screen";
      } else if (name === "w:shd") paragraph.shade = colorOf(shadeOf(tag()));
    } else if (name === "w:shd" && this.properties !== undefined) {
      const shade = colorOf(shadeOf(tag()));
      if (this.properties === "cell" && this.cells.length > 0) this.cells[this.cells.length - 1] = shade;
      else if (this.tables.length > 0) this.tables.at(-1)!.shade = shade;
    } else if (name === "w:tblStyle" && this.tables.length > 0) {
      this.tables.at(-1)!.shades = this.styles.shadesCells(attributeValue(tag(), "w:val"));
    } else if (name === "wp:docPr") {
      if (/^(?:1|true)$/.test(attributeValue(tag(), "hidden")) && this.drawings.length > 0)
        this.drawings[this.drawings.length - 1] = true;
      for (const key of ["descr", "title"]) this.tell(decodeEntities(attributeValue(tag(), key)), "alt");
    } else if (name === "w:tblCaption" || name === "w:tblDescription") {
      this.tell(decodeEntities(attributeValue(tag(), "w:val")), "alt");
    } else if (replacements[name] !== undefined && paragraph !== undefined && this.deleted === 0) {
      paragraph.shown += replacements[name];
      paragraph.full += replacements[name];
    }
  }

  private takeText(token: XmlToken): void {
    const paragraph = this.open.at(-1);
    if (!this.inText || this.skip > 0 || paragraph === undefined) return;
    const text = decodeEntities(this.xml.slice(token.start, token.end));
    const reason = this.deleted > 0 ? "deleted" : this.reasonOf(paragraph);
    if (reason !== "deleted") paragraph.full += text;
    if (reason !== undefined && reason !== "deleted") addPiece(paragraph, text);
    if (reason === undefined) paragraph.shown += text;
    else {
      const last = paragraph.hidden.at(-1);
      if (last?.reason === reason) last.text += text;
      else paragraph.hidden.push({ text, reason });
    }
  }

  private reasonOf({ style, shade, gone }: OpenParagraph): HiddenReason | undefined {
    if (this.drawings.includes(true)) return "vanish";
    const outer = gone ?? this.rows.find((reason) => reason !== undefined);
    if (outer !== undefined) return outer;
    const own = this.look;
    const look: RunLook = { ...this.styles.lookOf(style, this.runStyle), ...own };
    if (look.vanish === true) return "vanish";
    if (look.size !== undefined && (look.size / 2) * (4 / 3) < leastFontSize) return "tiny";
    if (look.scale !== undefined && look.scale < leastScale) return "tiny";
    if (look.noFill === true) return "color";
    if (look.color === undefined || look.color === "auto") return undefined;
    const { color } = look;
    const grounds = this.groundsOf(look, shade);
    return grounds !== undefined && grounds.every((ground) => isNear(color, ground)) ? "color" : undefined;
  }

  /** What may lie behind a run; undefined where nobody knows. */
  private groundsOf(look: RunLook, shade: Color | undefined): Color[] | undefined {
    const known = colorOf(look.highlight) ?? colorOf(look.shade) ?? shade;
    if (known !== undefined) return [known];
    if (this.boxes.length > 0) return undefined;
    const cell = this.cells.at(-1);
    if (cell !== undefined) return [cell];
    const table = this.tables.at(-1);
    if (table?.shade !== undefined) return [table.shade];
    if (table?.shades === true) return undefined;
    const outer = this.cells.findLast((one) => one !== undefined);
    if (outer !== undefined) return [outer];
    return this.page === undefined ? [white] : [white, this.page];
  }

  private closeParagraph(): void {
    const paragraph = this.open.pop();
    if (paragraph === undefined) return;
    const { shown, full, hidden } = paragraph;
    const pieces = paragraph.pieces.map(({ text }) => text);
    this.paragraphs.push(pieces.length === 0 ? { shown, full } : { shown, full, pieces });
    for (const { text, reason } of hidden) this.tell(text, reason);
  }

  private tell(text: string, reason: HiddenReason): void {
    if (text.trim() !== "" && this.hidden.length < mostHidden) this.hidden.push({ text: text.trim(), reason });
  }
}

function addPiece({ pieces, shown }: OpenParagraph, text: string): void {
  const last = pieces.at(-1);
  if (last?.at === shown.length) last.text += text;
  else pieces.push({ text, at: shown.length });
}

function colorOf(shade: Color | "none" | undefined): Color | undefined {
  return shade === "none" ? undefined : shade;
}

/** Colour of the page (17.2.1), which shows or not by a setting of the document. */
function pageColor(xml: string): Color | undefined {
  const tag = /<w:background\s[^>]{0,500}>/.exec(xml)?.[0];
  if (tag === undefined) return undefined;
  const look: RunLook = {};
  takeRunProperty(look, "w:shd", `<w:shd w:fill="${attributeValue(tag, "w:color")}"/>`);
  return colorOf(look.shade);
}
