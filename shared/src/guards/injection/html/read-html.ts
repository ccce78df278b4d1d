import { isComment, isTag, isText, type ChildNode, type Element } from "domhandler";
import { cleanText, invisibleTexts } from "../clean-text";
import type { HiddenReason, HiddenText } from "../hidden-text";
import { readComment } from "./conditional-comment";
import { computeStyle } from "./computed-style";
import { hasShapes, kindOf, sideOf } from "./element-facts";
import { hidingReason } from "./hiding-reason";
import { HiddenWriter } from "./hidden-writer";
import { hueOf } from "./hue";
import type { HtmlBlock, HtmlImage, HtmlLink, HtmlReading, HtmlReadingOptions } from "./html-reading";
import { findLayers, mayHaveLayers } from "./layer-finder";
import { layeredBox, withLayers, type PageLayers } from "./layers";
import { mailPartOf } from "./mail-part";
import { allText, bare, markupOf, textOf } from "./node-texts";
import { isTableBox } from "./page-defaults";
import { attributeOf, parseTree } from "./parse-tree";
import { addAttributeTexts, addStyleTexts, isProse } from "./side-texts";
import { mediaApplies } from "./media-query";
import { rootStyle, type Style } from "./style";
import { StyleSheet } from "./style-sheet";
import { TableColumns } from "./table-columns";
import { TextFlow } from "./text-flow";
import { TooComplex } from "./too-complex";
import { VisibleWriter } from "./visible-writer";

/** Pages within pages (frames, markup for one program) are read this deep. */
const deepestPage = 2;
const longestScript = 1_000;
const mostLinks = 5_000;

/**
 * Reads what a page or the body of a mail shows on a screen 1,024 pixels wide in light colours, and tells what it holds without
 * showing it, each with the reason. Scripts do not run, nothing is loaded. Never throws: a page beyond the limits (200,000
 * elements, nested 1,000 deep, 8 million characters) shows nothing and is told as `too-complex`. Time is in proportion to the
 * length. What is not known to hide (style sheets from elsewhere, boxes on top of others) is taken as shown.
 */
export function readHtml(html: string, { layout = false }: HtmlReadingOptions = {}): HtmlReading {
  return readPage(html, 0, layout);
}

function readPage(html: string, level: number, layout = false): HtmlReading {
  try {
    const { document, quirks } = parseTree(html);
    return new PageReader(quirks, level, mayHaveLayers(html), layout).read(document.children);
  } catch (error) {
    if (!(error instanceof TooComplex) && !(error instanceof RangeError)) throw error;
    const text = cleanText(html.slice(0, longestScript)).text;
    return { visible: "", blocks: [], hidden: [{ text, reason: "too-complex" }], links: [], images: [] };
  }
}

class PageReader {
  private readonly visible: VisibleWriter;
  private readonly hidden = new HiddenWriter();
  private readonly links: HtmlLink[] = [];
  private readonly images: HtmlImage[] = [];
  private readonly sheet: StyleSheet;
  /** What Outlook's own renderer shows in the place of other things, without white space. */
  private readonly conditionalTexts: string[] = [];
  /** What hides the text being read, to keep entries apart. */
  private root: unknown;
  private readonly flow = new TextFlow();
  private readonly columns = new TableColumns((column, around, depth) => this.styleOf(column, around, 1, depth));
  private layers: PageLayers | undefined;
  private anchor: { href: string; text: string } | undefined;
  private listDepth = 0;
  private readonly late: { text: string; reason: HiddenReason }[] = [];

  constructor(
    quirks: boolean,
    private readonly level: number,
    private readonly isLayered: boolean,
    private readonly layout: boolean,
  ) {
    this.visible = new VisibleWriter(layout);
    this.sheet = new StyleSheet(quirks);
  }

  read(nodes: readonly ChildNode[]): HtmlReading {
    this.prepare(nodes);
    if (this.isLayered) this.layers = findLayers(nodes, this.sheet);
    this.walk(nodes, withLayers(rootStyle, this.layers?.over.get(undefined) ?? []), 0);
    this.hidden.close();
    return this.finish();
  }

  /** Style sheets hold for what stands before them too, and so does markup for Outlook. */
  private prepare(nodes: readonly ChildNode[]): void {
    const open: ChildNode[] = [...nodes].reverse();
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (isComment(node)) {
        const { conditional } = readComment(node.data);
        if (conditional !== undefined) this.readConditional(conditional);
      } else if (isTag(node)) {
        const { name } = node;
        if (name === "style" && mediaApplies(attributeOf(node, "media") ?? "")) this.sheet.add(textOf(node.children));
        if (name !== "template")
          for (let index = node.children.length - 1; index >= 0; index -= 1) open.push(node.children[index]!);
      }
    }
  }

  private readConditional(markup: string): void {
    if (this.level >= deepestPage) return;
    const inner = readPage(markup, this.level + 1);
    const texts = [inner.visible, ...inner.hidden.map(({ text }) => text)].filter((text) => text !== "");
    if (texts.length === 0) return;
    this.conditionalTexts.push(bare(inner.visible));
    this.late.push({ text: texts.join("\n"), reason: "conditional-comment" });
  }

  private walk(nodes: readonly ChildNode[], style: Style, depth: number): void {
    let elements = -1;
    for (const node of nodes) {
      if (isText(node)) this.readText(node.data, style);
      else if (isComment(node)) this.hidden.add(readComment(node.data).text, "comment");
      else if (isTag(node)) {
        if (elements === -1) elements = nodes.length;
        this.readElement(node, style, elements, depth);
      }
    }
  }

  private readText(text: string, style: Style): void {
    const reason = hidingReason(style, this.flow.isFirstLine);
    if (style.gone !== undefined) return this.addHidden(text, reason!, style);
    const shown = this.flow.text(text, style);
    if (reason !== undefined) return this.addHidden(text, reason, style);
    const seen = text.slice(0, shown);
    this.visible.text(seen, style.preserved, this.anchor === undefined ? hueOf(style.color) : undefined);
    if (/\S/.test(seen)) this.hidden.close();
    if (this.anchor !== undefined) this.anchor.text += seen;
    if (shown < text.length) this.addHidden(text.slice(shown), "zero-size", style);
  }

  private addHidden(text: string, reason: HiddenReason, style: Style): void {
    this.hidden.text(text, reason, style.gone === undefined ? reason : this.root, this.visible.shown === 0);
  }

  private readElement(element: Element, parent: Style, siblings: number, depth: number): void {
    const { name } = element;
    addAttributeTexts(element, this.hidden);
    if (this.readSpecial(element)) return;
    const style = this.styleOf(element, this.columns.around(element, parent), siblings, depth);
    if (style.display === "table") this.columns.add(element, style, depth);
    if (style.msoHide && !parent.msoHide && style.gone === undefined && !this.hasTwin(element)) style.gone = "mso-hide";
    const before = this.root;
    if (style.gone !== undefined && parent.gone === undefined) this.root = element;
    if (style.gone !== undefined) {
      this.hidden.boundary();
      this.readHiddenValue(element, style);
      this.walk(element.children, style, depth + 1);
      this.root = before;
      return;
    }
    const flows = name !== "img" && name !== "br";
    if (flows) this.flow.enter(style);
    this.readShown(element, style, name, depth);
    if (flows) this.flow.leave(style);
    this.root = before;
  }

  private styleOf(element: Element, parent: Style, siblings: number, depth: number): Style {
    const rules = this.sheet.declarationsFor(element, siblings, depth);
    const style = computeStyle(element, parent, rules);
    const { layers } = this;
    if (layers === undefined || style.gone !== undefined) return style;
    const own = layers.over.get(element) ?? [];
    if (style.layers.length === 0 && own.length === 0 && !layers.beside.has(element)) return style;
    const isOut = style.positioned && style.flow.kind === "apart";
    const { layers: over, ground, covered } = layeredBox(element, style, isOut, layers);
    const upon =
      ground === undefined ? style : computeStyle(element, { ...parent, ...ground, blockGround: ground }, rules);
    return withLayers({ ...upon, layers: over, gone: covered ? "covered" : upon.gone }, own);
  }

  private readShown(element: Element, style: Style, name: string, depth: number): void {
    const { visible } = this;
    const { display } = style;
    const svg = element.namespace === "http://www.w3.org/2000/svg";
    if (name === "br") {
      visible.lineBreak();
      this.flow.lineBreak(style);
      this.hidden.boundary();
      return;
    }
    if (name === "img" || (svg && name === "image")) {
      if (this.images.length < mostLinks)
        this.images.push({
          src: attributeOf(element, "src") ?? attributeOf(element, "href") ?? "",
          alt: attributeOf(element, "alt") ?? "",
        });
      this.flow.picture(sideOf(element, "width", style.flow.width), sideOf(element, "height", style.flow.height));
      return;
    }
    if (name === "input") this.readInput(element, style);
    if (name === "wbr") return;
    const inner: Style = svg && name === "svg" && hasShapes(element) ? { ...style, picture: true } : style;
    const isBlock = !/^inline|^contents$|^ruby/.test(display) || isTableBox(display);
    const kind = kindOf(element, this.listDepth);
    const outerAnchor = this.anchor;
    const href = name === "a" || name === "area" ? attributeOf(element, "href") : undefined;
    if (href !== undefined) this.anchor = { href: href.trim(), text: "" };
    if (name === "ul" || name === "ol") this.listDepth += 1;
    if (name === "rt") this.readText("（", style);
    if (display === "table-row") visible.openRow();
    else if (display === "table-cell") visible.openCell();
    else if (name === "blockquote") visible.quote(1);
    else if (isBlock || kind !== undefined) visible.enter(kind);
    if (isBlock) this.hidden.boundary();
    if (isBlock && style.flow.marginTop > 0) visible.space();
    const part = this.layout && !visible.isOpen ? mailPartOf(element) : undefined;
    if (part !== undefined) visible.openPart(part);
    const children =
      name === "details" && attributeOf(element, "open") === undefined
        ? this.foldDetails(element, inner, depth)
        : element.children;
    if (name === "select") this.readOptions(element, inner);
    else this.walk(children, inner, depth + 1);
    if (part !== undefined) visible.closePart();
    if (display === "table-row") visible.closeRow();
    else if (display === "table-cell") visible.closeCell();
    else if (name === "blockquote") visible.quote(-1);
    else if (isBlock || kind !== undefined) visible.leave(kind);
    if (name === "rt") this.readText("）", style);
    if (name === "ul" || name === "ol") this.listDepth -= 1;
    if (href !== undefined) {
      const text = this.anchor!.text.replace(/\s+/g, " ").trim();
      if (this.links.length < mostLinks) this.links.push({ text, href: href.trim() });
      this.anchor = outerAnchor;
      if (outerAnchor !== undefined) outerAnchor.text += text;
    }
  }

  /** Elements whose content is no part of what a page shows. */
  private readSpecial(element: Element): boolean {
    const { name, children } = element;
    const add = (reason: HiddenReason): true => {
      this.hidden.add(textOf(children), reason);
      return true;
    };
    switch (name) {
      case "script":
        this.hidden.add(textOf(children).slice(0, longestScript), "script");
        return true;
      case "style":
        addStyleTexts(textOf(children), this.hidden);
        return true;
      case "title":
        if (element.namespace === "http://www.w3.org/2000/svg") return add("metadata");
        if (isProse(textOf(children)) && textOf(children).length > longestTitle) add("metadata");
        return true;
      case "desc":
      case "metadata":
        return element.namespace === "http://www.w3.org/2000/svg" ? add("metadata") : false;
      case "annotation":
      case "annotation-xml":
        return add("metadata");
      case "template":
        return this.addMarkup(markupOf(children), "template");
      case "noscript":
      case "noembed":
      case "noframes":
        return this.addMarkup(textOf(children), "noscript");
      case "iframe":
        this.addMarkup(textOf(children), "frame");
        return this.addMarkup(attributeOf(element, "srcdoc") ?? "", "frame");
      case "object":
      case "video":
      case "audio":
      case "canvas":
      case "applet":
      case "datalist":
      case "progress":
      case "meter":
        return add("fallback");
      case "rp":
        return add("fallback");
      default:
        // Names with a prefix are Office's own: what stands in <xml> is settings, <o:p> is text.
        return name === "xml" ? add("metadata") : false;
    }
  }

  private addMarkup(markup: string, reason: HiddenReason): true {
    if (this.level >= deepestPage || markup.trim() === "") return true;
    const inner = readPage(markup, this.level + 1);
    this.hidden.add([inner.visible, ...inner.hidden.map(({ text }) => text)].join("\n"), reason);
    return true;
  }

  private readInput(element: Element, style: Style): void {
    const type = attributeOf(element, "type")?.toLowerCase() ?? "text";
    if (["checkbox", "radio", "password", "image", "file", "color", "range"].includes(type)) return;
    const value = attributeOf(element, "value") ?? "";
    if (value !== "") this.readText(` ${value} `, style);
  }

  private readHiddenValue(element: Element, style: Style): void {
    if (element.name !== "input" || attributeOf(element, "type")?.toLowerCase() === "hidden") return;
    const value = attributeOf(element, "value") ?? "";
    if (value !== "") this.hidden.text(value, style.gone!, this.root, false);
  }

  /** Of a list that opens on a click, what is chosen is shown. */
  private readOptions(element: Element, style: Style): void {
    const options: Element[] = [];
    const collect = (nodes: readonly ChildNode[]): void => {
      for (const node of nodes) {
        if (!isTag(node)) continue;
        if (node.name === "option") options.push(node);
        else if (node.name === "optgroup") collect(node.children);
      }
    };
    collect(element.children);
    const isOpen = attributeOf(element, "multiple") !== undefined || Number(attributeOf(element, "size") ?? "1") > 1;
    const chosen = options.find((option) => attributeOf(option, "selected") !== undefined) ?? options[0];
    for (const option of options) {
      const text = textOf(option.children).replace(/\s+/g, " ").trim();
      if (isOpen || option === chosen) this.readText(` ${text} `, style);
      else this.hidden.text(`${text}\n`, "collapsed", element, false);
    }
    this.hidden.close();
  }

  /** A closed box of details shows its summary alone. */
  private foldDetails(element: Element, style: Style, depth: number): readonly ChildNode[] {
    const summary = element.children.find((child) => isTag(child) && child.name === "summary");
    const rest = element.children.filter((child) => child !== summary);
    const before = this.root;
    this.root = element;
    this.hidden.boundary();
    this.walk(rest, { ...style, gone: "collapsed" }, depth + 1);
    this.root = before;
    this.hidden.close();
    return summary === undefined ? [] : [summary];
  }

  /** True for text that Outlook's old renderer does not show because it shows the same in another form: a button drawn in VML. */
  private hasTwin(element: Element): boolean {
    const text = bare(allText(element));
    return text === "" || this.conditionalTexts.some((other) => other.includes(text));
  }

  private finish(): HtmlReading {
    for (const { text, reason } of this.late) this.hidden.add(text, reason);
    const written = this.visible.finish();
    const blocks: HtmlBlock[] = [];
    const found: HiddenText[] = [];
    for (const block of written) {
      const { text, removed } = cleanText(block.text);
      if (removed.length > 0) found.push(...invisibleTexts(removed));
      if (text.trim() !== "") blocks.push({ ...block, text });
    }
    return {
      visible: blocks.map(({ text }) => text).join("\n"),
      blocks,
      hidden: [...this.hidden.found, ...merged(found)],
      links: this.links,
      images: this.images,
    };
  }
}

const longestTitle = 60;

/** One entry a reason. */
function merged(found: readonly HiddenText[]): HiddenText[] {
  const byReason = new Map<HiddenReason, Set<string>>();
  for (const { reason, text } of found) {
    const texts = byReason.get(reason) ?? new Set();
    if (texts.size < 50) texts.add(text);
    byReason.set(reason, texts);
  }
  return [...byReason].map(([reason, texts]) => ({ reason, text: [...texts].join("\n") }));
}
