import { attribute, child, descend, value } from "../xml/word-xml";
import type { WordModel } from "../word-model";

/** Id of a paragraph's style; the default style's when it names none. */
export function styleIdOf(model: WordModel, paragraph: Element): string | undefined {
  return value(descend(paragraph, "pPr", "pStyle")) ?? attribute(model.styles.defaultStyle("paragraph"), "styleId");
}

/** Every w:pPr that applies to a paragraph, strongest first: its own, its list level's, its styles', the defaults. */
export function paragraphProperties(model: WordModel, paragraph: Element): Element[] {
  const own = child(paragraph, "pPr");
  const sources: (Element | undefined)[] = [own];
  const place = model.numbering.placeOf(paragraph);
  const level = place && child(model.numbering.level(place), "pPr");
  const direct = child(own, "numPr") !== undefined;
  if (direct) sources.push(level);
  for (const style of model.styles.chain(styleIdOf(model, paragraph))) {
    const pPr = child(style, "pPr");
    sources.push(pPr);
    if (!direct && child(pPr, "numPr")) sources.push(level);
  }
  sources.push(model.styles.documentDefaults("pPr"));
  return sources.filter((source) => source !== undefined);
}

/** The strongest value of `element/@name` among a paragraph's properties. */
export function paragraphAttribute(
  model: WordModel,
  paragraph: Element,
  element: string,
  names: readonly string[],
): { name: string; value: string } | undefined {
  for (const source of paragraphProperties(model, paragraph)) {
    const found = child(source, element);
    for (const name of names) {
      const text = attribute(found, name);
      if (text !== undefined) return { name, value: text };
    }
  }
  return undefined;
}

const alignments: Record<string, string> = {
  left: "Left",
  start: "Left",
  center: "Centered",
  right: "Right",
  end: "Right",
  both: "Justified",
  distribute: "Justified",
  highKashida: "Justified",
  mediumKashida: "Justified",
  lowKashida: "Justified",
  thaiDistribute: "Justified",
};

export function alignmentOf(model: WordModel, paragraph: Element): string {
  const text = paragraphAttribute(model, paragraph, "jc", ["val"])?.value;
  return text === undefined ? "Left" : (alignments[text] ?? "Unknown");
}

/** Points. First line positive, hanging negative. */
export function firstLineIndentOf(model: WordModel, paragraph: Element): number {
  const found = paragraphAttribute(model, paragraph, "ind", ["hanging", "firstLine"]);
  if (!found) return 0;
  return found.name === "hanging" ? -toPoints(found.value) : toPoints(found.value);
}

export function indentOf(model: WordModel, paragraph: Element, side: "left" | "right"): number {
  const names = side === "left" ? ["left", "start"] : ["right", "end"];
  return toPoints(paragraphAttribute(model, paragraph, "ind", names)?.value);
}

export function spacingOf(model: WordModel, paragraph: Element, side: "before" | "after"): number {
  return toPoints(paragraphAttribute(model, paragraph, "spacing", [side])?.value);
}

/** Lines (w:beforeLines, w:afterLines count hundredths). */
export function lineUnitOf(model: WordModel, paragraph: Element, side: "before" | "after"): number {
  return Number(paragraphAttribute(model, paragraph, "spacing", [`${side}Lines`])?.value ?? 0) / 100;
}

/** Points; a multiple is given as that many lines of 12 points, as Office.js does. */
export function lineSpacingOf(model: WordModel, paragraph: Element): number {
  return toPoints(paragraphAttribute(model, paragraph, "spacing", ["line"])?.value ?? "240");
}

/** 1 to 9, and 10 for body text. */
export function outlineLevelOf(model: WordModel, paragraph: Element): number {
  const text = paragraphAttribute(model, paragraph, "outlineLvl", ["val"])?.value;
  return text === undefined ? 10 : Number(text) + 1;
}

/** Twentieths of a point, or a length with a unit in the strict variant ("36pt"). */
export function toPoints(text: string | undefined): number {
  if (text === undefined) return 0;
  const match = /^(-?[\d.]+)(mm|cm|in|pt|pc|pi)?$/.exec(text);
  if (!match) return 0;
  const number = Number(match[1]);
  const factor = { mm: 72 / 25.4, cm: 72 / 2.54, in: 72, pt: 1, pc: 12, pi: 12 }[match[2] ?? ""] ?? 1 / 20;
  return number * factor;
}
