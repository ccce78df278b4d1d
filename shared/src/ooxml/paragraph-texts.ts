import { attributeValue } from "./attributes";
import { decodeEntities } from "./decode-entities";
import { tokenize, type XmlToken } from "./tokenize";

/**
 * Elements whose content a reader does not see: tracked deletions, field codes, the fallback copy of a drawing,
 * and paragraph properties (where `w:tab` is a tab stop, not a tab).
 */
const hidden = new Set(["w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:pPr"]);

/** Paragraphs of a drawing that are compared with its fallback copy. */
const drawingParagraphs = 200;

/** What an empty element stands for in text. */
const replacements: Record<string, string> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "",
};

/**
 * Texts of the paragraphs of a WordprocessingML fragment or flat OPC package (what `getOoxml` gives), in document
 * order, as a reader sees them: without tracked deletions, with insertions. A text box gives paragraphs of its own
 * before the paragraph it is anchored in, and so does WordArt (`string` of v:textpath, ECMA-376 part 4, 19.1.2.23;
 * watermarks are that). Of the fallback copy of a drawing only WordArt counts that the drawing itself does not show.
 * In a package only the main document part's body is read.
 */
export function paragraphTexts(xml: string): string[] {
  const reader = new ParagraphReader(mainBody(xml));
  for (const token of tokenize(reader.xml)) reader.take(token);
  return reader.texts;
}

/** `paragraphTexts` token by token, for who reads more from the same walk, or must pause in a long one. */
export class ParagraphReader {
  /** Texts of the paragraphs that are closed so far. */
  readonly texts: string[] = [];
  private readonly open: string[] = [];
  /** Where the texts of each open mc:AlternateContent begin. */
  private readonly alternatives: number[] = [];
  private hiddenDepth = 0;
  private deletedDepth = 0;
  private inText = false;

  /** @param xml what the tokens are of; cut down by `mainBody` before, where it is a whole document */
  constructor(readonly xml: string) {}

  take(token: XmlToken): void {
    const { texts, open } = this;
    if (token.kind === "text") {
      if (this.inText && this.hiddenDepth === 0 && open.length > 0)
        open[open.length - 1] += decodeEntities(this.xml.slice(token.start, token.end));
    } else if (hidden.has(token.name)) {
      const step = token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
      this.hiddenDepth += step;
      if (token.name !== "mc:Fallback") this.deletedDepth += step;
    } else if (token.name === "v:textpath") {
      const text = token.kind === "close" ? "" : attributeValue(this.xml.slice(token.start, token.end), "string");
      if (text !== "" && this.deletedDepth === 0 && !this.isShown(text)) texts.push(text);
    } else if (token.name === "mc:AlternateContent") {
      if (token.kind === "open") this.alternatives.push(texts.length);
      else if (token.kind === "close") this.alternatives.pop();
    } else if (this.hiddenDepth > 0) {
      // Neither text nor paragraphs of a hidden part count.
    } else if (token.name === "w:p") {
      if (token.kind === "open") open.push("");
      else if (token.kind === "self-closing") texts.push("");
      else if (open.length > 0) texts.push(open.pop()!);
    } else if (token.name === "w:t") this.inText = token.kind === "open";
    else if (token.kind !== "close" && open.length > 0 && replacements[token.name] !== undefined)
      open[open.length - 1] += replacements[token.name]!;
  }

  /** True for WordArt of a fallback copy that the drawing itself, some paragraphs at most, has shown already. */
  private isShown(text: string): boolean {
    if (this.hiddenDepth === 0) return false;
    const from = this.alternatives.at(-1) ?? 0;
    return this.texts.slice(Math.max(from, this.texts.length - drawingParagraphs)).includes(text);
  }
}

/** True when the fragment holds text that a reviewer has deleted or moved away. */
export function hasTrackedDeletions(xml: string): boolean {
  return /<w:(?:del|moveFrom)[\s>]/.test(mainBody(xml));
}

/** The document body inside a flat OPC package; the input itself when there is none. Styles and numbering hold tabs, not text. */
export function mainBody(xml: string): string {
  const start = xml.search(/<w:body[\s>]/);
  if (start === -1) return xml;
  const end = xml.indexOf("</w:body>", start);
  return xml.slice(start, end === -1 ? undefined : end);
}
