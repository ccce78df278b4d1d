import { attributeValue, tokenize } from "../../../ooxml";
import { takeRunProperty, type RunLook } from "./run-look";

interface Style {
  type: string;
  basedOn: string;
  look: RunLook;
  /** A table style that shades cells, in any of its parts. */
  shades: boolean;
}

const deepestChain = 20;

/** The styles of a document as far as they can hide text (ECMA-376 part 1, 17.7). */
export class WordStyles {
  private readonly styles = new Map<string, Style>();
  private readonly defaults: RunLook = {};
  private defaultParagraph = "";

  /** @param xml the styles part, or a flat OPC package that has one; "" for none */
  constructor(xml: string) {
    const start = xml.search(/<w:styles[\s>]/);
    if (start === -1) return;
    const end = xml.indexOf("</w:styles>", start);
    this.read(xml.slice(start, end === -1 ? undefined : end));
  }

  /** What a paragraph's and a run's style give a run; `vanish` of both cancel each other (17.7.3). */
  lookOf(paragraphStyle: string, runStyle: string): RunLook {
    const paragraph = this.chain(paragraphStyle === "" ? this.defaultParagraph : paragraphStyle);
    const run = runStyle === "" ? {} : this.chain(runStyle);
    const vanish = (paragraph.vanish ?? false) !== (run.vanish ?? false);
    return { ...this.defaults, ...paragraph, ...run, vanish: vanish || (this.defaults.vanish ?? false) };
  }

  /** True for a table style that may lay a colour behind a cell. */
  shadesCells(style: string): boolean {
    let name = style;
    for (let depth = 0; depth < deepestChain && name !== ""; depth += 1) {
      const found = this.styles.get(name);
      if (found === undefined) return depth === 0;
      if (found.shades) return true;
      name = found.basedOn;
    }
    return false;
  }

  private chain(style: string): RunLook {
    const looks: RunLook[] = [];
    let name = style;
    for (let depth = 0; depth < deepestChain && name !== ""; depth += 1) {
      const found = this.styles.get(name);
      if (found === undefined) break;
      looks.unshift(found.look);
      name = found.basedOn;
    }
    return Object.assign({}, ...looks) as RunLook;
  }

  private read(xml: string): void {
    let style: Style | undefined;
    let inDefaults = false;
    let inRun = false;
    for (const { kind, name, start, end } of tokenize(xml)) {
      if (kind === "text" || kind === "other") continue;
      if (name === "w:docDefaults") inDefaults = kind === "open";
      else if (name === "w:style") {
        if (kind !== "open") continue;
        const tag = xml.slice(start, end);
        style = { type: attributeValue(tag, "w:type"), basedOn: "", look: {}, shades: false };
        const id = attributeValue(tag, "w:styleId");
        this.styles.set(id, style);
        if (style.type === "paragraph" && /^(?:1|true|on)$/i.test(attributeValue(tag, "w:default")))
          this.defaultParagraph = id;
      } else if (name === "w:rPr") inRun = kind === "open";
      else if (kind === "close") continue;
      else if (name === "w:basedOn") {
        if (style !== undefined) style.basedOn = attributeValue(xml.slice(start, end), "w:val");
      } else if (inRun && inDefaults) takeRunProperty(this.defaults, name, xml.slice(start, end));
      else if (inRun && style !== undefined && style.type !== "table")
        takeRunProperty(style.look, name, xml.slice(start, end));
      else if (name === "w:shd" && style?.type === "table" && !/w:fill="(?:auto|FFFFFF)"/i.test(xml.slice(start, end)))
        style.shades = true;
    }
  }
}
