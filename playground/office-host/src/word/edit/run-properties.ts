import { HostError, type Scalar } from "../../rich-api/emulated-type";
import { spanParagraphs, stretchIn, type Span } from "../content/position";
import { highlights, underlines } from "../format/run-format";
import { insertInOrder } from "../xml/element-order";
import { child, children, createLike, isWord, remove, removeAttribute, setAttribute } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { ensureChild } from "./paragraph-properties";
import { splitRunAt } from "./split-run";
import { ensureMarkProperties, recordFormat } from "./tracking";

/** Changes the character properties of all runs in a span; of paragraph marks too when they are part of it. */
export function changeRuns(
  model: WordModel,
  span: Span,
  withMarks: boolean,
  change: (properties: Element) => void,
): void {
  const { story } = span;
  for (const paragraph of spanParagraphs(span)) {
    const { from, to } = stretchIn(span, paragraph);
    const length = story.content(paragraph).length;
    splitRunAt(story, paragraph, Math.min(to, length));
    splitRunAt(story, paragraph, from);
    const runs = new Set<Element>();
    for (const segment of story.content(paragraph).segments) {
      const inside = segment.start >= from && segment.start + segment.length <= to;
      if (inside && isWord(segment.run, "r")) runs.add(segment.run);
    }
    for (const run of runs) changeProperties(model, ensureRunProperties(run), change);
    if (withMarks || to > length) changeProperties(model, ensureMarkProperties(paragraph), change);
    story.contentChanged(paragraph);
  }
}

function changeProperties(model: WordModel, properties: Element, change: (properties: Element) => void): void {
  recordFormat(model, properties);
  change(properties);
  if (children(properties).length === 0) remove(properties);
}

function ensureRunProperties(run: Element): Element {
  const existing = child(run, "rPr");
  if (existing) return existing;
  const created = createLike(run, "rPr");
  run.insertBefore(created, run.firstChild);
  return created;
}

/** How each member of Font is written. @throws HostError `InvalidArgument` for values that Word does not know */
export const fontWriters: Record<string, (properties: Element, value: Scalar) => void> = {
  Bold: (properties, value) => setToggles(properties, ["b", "bCs"], value),
  Italic: (properties, value) => setToggles(properties, ["i", "iCs"], value),
  StrikeThrough: (properties, value) => setToggles(properties, ["strike"], value, "dstrike"),
  DoubleStrikeThrough: (properties, value) => setToggles(properties, ["dstrike"], value, "strike"),
  Subscript: (properties, value) => setPosition(properties, value === true ? "subscript" : "baseline"),
  Superscript: (properties, value) => setPosition(properties, value === true ? "superscript" : "baseline"),
  Underline: (properties, value) => {
    const stored = Object.keys(underlines).find((key) => underlines[key] === value);
    if (stored === undefined) throw invalid(value, "underline");
    setAttribute(ensureChild(properties, "u"), "val", stored);
  },
  Size: (properties, value) => {
    if (typeof value !== "number" || !(value >= 1 && value <= 1638)) throw invalid(value, "font size");
    for (const name of ["sz", "szCs"]) {
      setAttribute(ensureChild(properties, name), "val", String(Math.round(value * 2)));
    }
  },
  Name: (properties, value) => {
    if (typeof value !== "string" || value === "") throw invalid(value, "font name");
    const fonts = ensureChild(properties, "rFonts");
    for (const script of ["ascii", "hAnsi", "eastAsia", "cs"]) {
      removeAttribute(fonts, script === "cs" ? "cstheme" : `${script}Theme`);
      setAttribute(fonts, script, value);
    }
  },
  Color: (properties, value) => {
    const color = ensureChild(properties, "color");
    for (const name of ["themeColor", "themeTint", "themeShade"]) removeAttribute(color, name);
    setAttribute(color, "val", hexColor(value).slice(1));
  },
  HighlightColor: (properties, value) => {
    const existing = child(properties, "highlight");
    if (value === null || value === "") {
      if (existing) remove(existing);
      return;
    }
    const wanted = String(value).toLowerCase();
    const stored = Object.keys(highlights).find(
      (key) => key.toLowerCase() === wanted || (highlights[key] ?? "").toLowerCase() === wanted,
    );
    if (stored === undefined) throw invalid(value, "highlight colour");
    setAttribute(ensureChild(properties, "highlight"), "val", stored);
  },
};

const colorNames: Record<string, string> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  lime: "#00FF00",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  navy: "#000080",
  teal: "#008080",
  maroon: "#800000",
};

function hexColor(value: Scalar): string {
  const text = typeof value === "string" ? (colorNames[value.toLowerCase()] ?? value) : "";
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw invalid(value, "colour");
  return text.toUpperCase();
}

/** On as an empty element; off explicitly, because a style may say on. */
function setToggles(properties: Element, names: readonly string[], value: Scalar, opposite?: string): void {
  for (const name of names) {
    const existing = child(properties, name);
    if (existing) remove(existing);
    insertInOrder(properties, createLike(properties, name, value === true ? {} : { val: "0" }));
  }
  const other = opposite === undefined || value !== true ? undefined : child(properties, opposite);
  if (other) remove(other);
}

function setPosition(properties: Element, position: string): void {
  setAttribute(ensureChild(properties, "vertAlign"), "val", position);
}

function invalid(value: Scalar, what: string): HostError {
  return new HostError("InvalidArgument", `${JSON.stringify(value)} is no ${what}.`);
}
