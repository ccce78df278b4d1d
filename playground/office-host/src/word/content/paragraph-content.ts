import { attribute, children, compatibilityNamespace, isWord, wordName, xmlNamespace } from "../xml/word-xml";
import type { Segment, SegmentKind } from "./segment";

/** How a platform shows what is not text. */
export interface TextConventions {
  /** Footnote and endnote references: "" on the web, U+0002 on the desktop (believed). */
  noteReference: string;
}

const containers = new Set([
  "hyperlink",
  "ins",
  "del",
  "moveFrom",
  "moveTo",
  "smartTag",
  "customXml",
  "fldSimple",
  "dir",
  "bdo",
]);

/** The content of a paragraph at one moment. Made anew after each change of the paragraph. */
export class ParagraphContent {
  readonly segments: readonly Segment[];
  /** Internal characters, the paragraph mark left out. */
  readonly length: number;
  private shownText: string | undefined;

  constructor(
    readonly paragraph: Element,
    conventions: TextConventions,
  ) {
    const collector = new SegmentCollector(conventions);
    collector.collect(paragraph, false, false);
    this.segments = collector.segments;
    this.length = collector.length;
  }

  /** What Office.js returns as `text`: tracked deletions included (pitfall R1 of the web). */
  get text(): string {
    return (this.shownText ??= this.segments.map((segment) => segment.text).join(""));
  }

  /** Shown text between two internal offsets, of the pieces that `keep` lets through. */
  slice(from: number, to: number, keep?: (segment: Segment) => boolean): string {
    if (from <= 0 && to >= this.length && !keep) return this.text;
    let text = "";
    for (const segment of this.segments) {
      const end = segment.start + segment.length;
      if (end <= from || segment.text === "" || (keep && !keep(segment))) continue;
      if (segment.start >= to) break;
      text += segment.text.slice(Math.max(0, from - segment.start), Math.min(segment.length, to - segment.start));
    }
    return text;
  }

  /** Offset in shown text -> internal offset. At a boundary, `before` picks the side of the hidden pieces there. */
  fromShown(offset: number, before = false): number {
    let shown = 0;
    for (const segment of this.segments) {
      const length = segment.text.length;
      if (before ? shown + length >= offset && length > 0 : shown + length > offset) {
        return segment.start + Math.max(0, offset - shown);
      }
      shown += length;
    }
    return before && offset === 0 ? 0 : this.length;
  }

  /** Internal offset -> offset in shown text. */
  toShown(offset: number): number {
    let shown = 0;
    for (const segment of this.segments) {
      if (segment.start >= offset) break;
      shown += Math.min(segment.text.length, offset - segment.start);
    }
    return shown;
  }
}

class SegmentCollector {
  readonly segments: Segment[] = [];
  length = 0;
  /** One entry per open complex field: true until its separator, while instructions are collected. */
  private readonly fields: boolean[] = [];

  constructor(private readonly conventions: TextConventions) {}

  collect(parent: Element, deleted: boolean, inserted: boolean): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      const name = wordName(element);
      if (name === "r") this.collectRun(element, deleted, inserted);
      else if (containers.has(name)) {
        this.collect(
          element,
          deleted || name === "del" || name === "moveFrom",
          inserted || name === "ins" || name === "moveTo",
        );
      } else if (name === "sdt") {
        for (const content of children(element, "sdtContent")) this.collect(content, deleted, inserted);
      } else if (isAlternate(element)) {
        const choice = firstChoice(element);
        if (choice) this.collect(choice, deleted, inserted);
      } else if (isFormula(element)) this.add("object", element, element, 1, "", deleted, inserted);
    }
  }

  private collectRun(run: Element, deleted: boolean, inserted: boolean): void {
    for (let node = run.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      switch (wordName(element)) {
        case "t":
        case "delText":
          this.collectText(run, element, deleted, inserted);
          break;
        case "tab":
        case "ptab":
          this.add("tab", run, element, 1, "\t", deleted, inserted);
          break;
        case "br":
          this.add("break", run, element, 1, breakText(element), deleted, inserted);
          break;
        case "cr":
          this.add("break", run, element, 1, "\u000b", deleted, inserted);
          break;
        case "noBreakHyphen":
          this.add("hyphen", run, element, 1, "\u2011", deleted, inserted);
          break;
        case "softHyphen":
          this.add("hyphen", run, element, 1, "\u00ad", deleted, inserted);
          break;
        case "sym":
          this.add("symbol", run, element, 1, symbolText(element), deleted, inserted);
          break;
        case "footnoteReference":
        case "endnoteReference":
          this.add("note", run, element, 1, this.conventions.noteReference, deleted, inserted);
          break;
        case "footnoteRef":
        case "endnoteRef":
          this.add("note", run, element, 1, "", deleted, inserted);
          break;
        case "drawing":
        case "pict":
        case "object":
          this.add("object", run, element, 1, "", deleted, inserted);
          break;
        case "ruby":
          this.collectRuby(run, element, deleted, inserted);
          break;
        case "fldChar":
          this.collectFieldMark(run, element, deleted, inserted);
          break;
        case "instrText":
        case "delInstrText":
          this.add("code", run, element, 1, "", deleted, inserted);
          break;
        default:
          if (isAlternate(element)) this.add("object", run, element, 1, "", deleted, inserted);
      }
    }
  }

  private collectText(run: Element, element: Element, deleted: boolean, inserted: boolean): void {
    const raw = element.textContent ?? "";
    const kept = element.getAttributeNS(xmlNamespace, "space") === "preserve";
    const text = kept ? raw : raw.trim();
    if (text === "") return;
    const lead = kept ? 0 : raw.indexOf(text);
    this.add("text", run, element, text.length, text.replace(/[\r\n]/g, " "), deleted, inserted, lead);
  }

  private collectRuby(run: Element, ruby: Element, deleted: boolean, inserted: boolean): void {
    const base = children(ruby, "rubyBase")
      .map((item) => rubyText(item))
      .join("");
    this.add("ruby", run, ruby, Math.max(1, base.length), base, deleted, inserted);
  }

  private collectFieldMark(run: Element, element: Element, deleted: boolean, inserted: boolean): void {
    const type = attribute(element, "fldCharType");
    if (type === "end") this.fields.pop();
    this.add("field", run, element, 1, "", deleted, inserted);
    if (type === "begin") this.fields.push(true);
    else if (type === "separate" && this.fields.length > 0) this.fields[this.fields.length - 1] = false;
  }

  private add(
    kind: SegmentKind,
    run: Element,
    node: Element,
    length: number,
    text: string,
    deleted: boolean,
    inserted: boolean,
    lead = 0,
  ): void {
    const shown = this.fields.includes(true) ? "" : text;
    this.segments.push({ kind, run, node, start: this.length, length, text: shown, lead, deleted, inserted });
    this.length += length;
  }
}

function breakText(element: Element): string {
  const type = attribute(element, "type");
  return type === "page" || type === "column" ? "\f" : "\u000b";
}

function symbolText(element: Element): string {
  const code = Number.parseInt(attribute(element, "char") ?? "", 16);
  return Number.isNaN(code) ? "\ufffd" : String.fromCharCode(code);
}

function rubyText(element: Element): string {
  let text = "";
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (isWord(node, "t") || isWord(node, "delText")) text += node.textContent ?? "";
    else if (node.nodeType === 1) text += rubyText(node as Element);
  }
  return text;
}

function isAlternate(element: Element): boolean {
  return element.localName === "AlternateContent" && element.namespaceURI === compatibilityNamespace;
}

export function firstChoice(alternate: Element): Element | undefined {
  return children(alternate).find((item) => item.localName === "Choice" || item.localName === "Fallback");
}

/** m:oMath, m:oMathPara in either variant. Office.js leaves formulas out of `text` on the web (believed). */
function isFormula(element: Element): boolean {
  return element.localName === "oMath" || element.localName === "oMathPara";
}
