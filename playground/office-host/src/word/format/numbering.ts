import { attribute, child, children, descend, isOn, value } from "../xml/word-xml";
import type { Story } from "../content/story";
import type { WordModel } from "../word-model";
import { formatNumber } from "./number-format";

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly numId: string;
  /** 0 for the outermost level. */
  readonly level: number;
}

interface NumberedList {
  abstractId: string;
  levels: Map<number, Element>;
  starts: Map<number, number>;
}

/** Lists of the document: numbering.xml, and the numbers that follow from the order of paragraphs. */
export class Numbering {
  private readonly lists = new Map<string, NumberedList>();
  private readonly computed = new WeakMap<Story, { version: number; strings: Map<Element, string> }>();

  constructor(private readonly model: WordModel) {
    const root = model.relatedRoot("numbering")?.root;
    const abstracts = new Map(
      children(root, "abstractNum").map((item) => [attribute(item, "abstractNumId") ?? "", item] as const),
    );
    for (const number of children(root, "num")) {
      const id = attribute(number, "numId");
      const abstractId = value(child(number, "abstractNumId")) ?? "";
      if (id === undefined) continue;
      const levels = new Map<number, Element>();
      const starts = new Map<number, number>();
      for (const level of children(this.resolveAbstract(abstracts, abstractId), "lvl")) {
        levels.set(Number(attribute(level, "ilvl")), level);
      }
      for (const override of children(number, "lvlOverride")) {
        const level = Number(attribute(override, "ilvl"));
        const own = child(override, "lvl");
        if (own) levels.set(level, own);
        const start = value(child(override, "startOverride"));
        if (start !== undefined) starts.set(level, Number(start));
      }
      this.lists.set(id, { abstractId, levels, starts });
    }
  }

  /** The list a paragraph belongs to, by itself or through its style; undefined for none (or numId 0). */
  placeOf(paragraph: Element): ListPlace | undefined {
    const direct = descend(paragraph, "pPr", "numPr");
    const styleId = this.styleIdOf(paragraph);
    let numId = value(child(direct, "numId"));
    let level = value(child(direct, "ilvl"));
    for (const style of this.model.styles.chain(styleId)) {
      if (numId !== undefined && level !== undefined) break;
      const numPr = descend(style, "pPr", "numPr");
      if (!numPr) continue;
      const fromStyle = numId === undefined;
      numId ??= value(child(numPr, "numId"));
      level ??= value(child(numPr, "ilvl"));
      if (fromStyle) level ??= this.levelOfStyle(numId, attribute(style, "styleId"));
    }
    if (numId === undefined || numId === "0" || !this.lists.has(numId)) return undefined;
    return { numId, level: Math.min(8, Math.max(0, Number(level ?? 0) || 0)) };
  }

  /** w:lvl of a place, with its paragraph properties. */
  level(place: ListPlace): Element | undefined {
    return this.lists.get(place.numId)?.levels.get(place.level);
  }

  /** "第1", "(1)", "ア", or a bullet; "" for a paragraph that is not in a list. */
  listString(story: Story, paragraph: Element): string {
    let known = this.computed.get(story);
    if (!known || known.version !== story.version) {
      known = { version: story.version, strings: this.compute(story) };
      this.computed.set(story, known);
    }
    return known.strings.get(paragraph) ?? "";
  }

  private compute(story: Story): Map<Element, string> {
    const strings = new Map<Element, string>();
    const counters = new Map<string, (number | undefined)[]>();
    const started = new Set<string>();
    for (const paragraph of story.paragraphs()) {
      const place = this.placeOf(paragraph);
      if (!place) continue;
      const list = this.lists.get(place.numId) as NumberedList;
      const counts = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counts);
      const restart = list.starts.get(place.level);
      const key = `${place.numId}/${place.level}`;
      if (restart !== undefined && !started.has(key)) counts[place.level] = restart;
      else counts[place.level] = (counts[place.level] ?? startOf(list, place.level) - 1) + 1;
      started.add(key);
      for (let deeper = place.level + 1; deeper <= 8; deeper++) {
        const limit = value(child(list.levels.get(deeper), "lvlRestart"));
        if (limit === undefined || (limit !== "0" && place.level < Number(limit))) counts[deeper] = undefined;
      }
      strings.set(paragraph, this.text(list, place.level, counts));
    }
    return strings;
  }

  private text(list: NumberedList, level: number, counts: readonly (number | undefined)[]): string {
    const definition = list.levels.get(level);
    const pattern = value(child(definition, "lvlText")) ?? "";
    const legal = isOn(child(definition, "isLgl")) === true;
    return pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = numberFormat(list.levels.get(index));
      const count = counts[index] ?? startOf(list, index);
      return formatNumber(count, legal && index < level ? "decimal" : format);
    });
  }

  /** A level that names the style as its own (w:lvl/w:pStyle) is the style's level. */
  private levelOfStyle(numId: string | undefined, styleId: string | undefined): string | undefined {
    for (const [level, element] of this.lists.get(numId ?? "")?.levels ?? []) {
      if (value(child(element, "pStyle")) === styleId) return String(level);
    }
    return undefined;
  }

  private styleIdOf(paragraph: Element): string | undefined {
    return (
      value(descend(paragraph, "pPr", "pStyle")) ?? attribute(this.model.styles.defaultStyle("paragraph"), "styleId")
    );
  }

  /** An abstract list may only point to a numbering style (w:numStyleLink), which holds the list. */
  private resolveAbstract(abstracts: Map<string, Element>, id: string): Element | undefined {
    const abstract = abstracts.get(id);
    const link = value(child(abstract, "numStyleLink"));
    if (link === undefined) return abstract;
    return [...abstracts.values()].find((item) => value(child(item, "styleLink")) === link) ?? abstract;
  }
}

function startOf(list: NumberedList, level: number): number {
  return Number(value(child(list.levels.get(level), "start")) ?? 1);
}

/** Formats beyond the standard's list stand in mc:AlternateContent as `w:numFmt w:val="custom"`; decimal is shown. */
function numberFormat(level: Element | undefined): string {
  return value(child(level, "numFmt")) ?? "decimal";
}
