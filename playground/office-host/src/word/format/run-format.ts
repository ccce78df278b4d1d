import { attribute, child, isOn, value } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { styleIdOf } from "./paragraph-format";

/** Every w:rPr that applies to a run, strongest first: its own, its character style's, the paragraph style's, defaults. */
export function runProperties(model: WordModel, paragraph: Element, run: Element | undefined): Element[] {
  const own = run ? child(run, "rPr") : child(child(paragraph, "pPr"), "rPr");
  const sources: (Element | undefined)[] = [own];
  for (const style of model.styles.chain(value(child(own, "rStyle")))) sources.push(child(style, "rPr"));
  for (const style of model.styles.chain(styleIdOf(model, paragraph))) sources.push(child(style, "rPr"));
  sources.push(model.styles.documentDefaults("rPr"));
  return sources.filter((source) => source !== undefined);
}

/** What Office.js shows of a run's font. Booleans are resolved; colours are "#RRGGBB". */
export interface RunFont {
  name: string;
  size: number;
  bold: boolean;
  italic: boolean;
  strikeThrough: boolean;
  doubleStrikeThrough: boolean;
  subscript: boolean;
  superscript: boolean;
  underline: string;
  color: string;
  highlightColor: string | null;
}

/** `text` decides between the Latin and the East Asian font (believed: Word answers the font of the first character). */
export function runFont(model: WordModel, paragraph: Element, run: Element | undefined, text: string): RunFont {
  const sources = runProperties(model, paragraph, run);
  const first = (name: string) => {
    for (const source of sources) {
      const found = child(source, name);
      if (found) return found;
    }
    return undefined;
  };
  const position = value(first("vertAlign"));
  const color = value(first("color"));
  const highlight = value(first("highlight"));
  return {
    name: fontName(model, sources, isEastAsian(text)),
    size: Number(value(first("sz")) ?? 20) / 2,
    bold: isOn(first("b")) === true,
    italic: isOn(first("i")) === true,
    strikeThrough: isOn(first("strike")) === true,
    doubleStrikeThrough: isOn(first("dstrike")) === true,
    subscript: position === "subscript",
    superscript: position === "superscript",
    underline: underlines[value(first("u")) ?? "none"] ?? "Single",
    color: color === undefined || color === "auto" ? "#000000" : `#${color.toUpperCase()}`,
    highlightColor: highlight === undefined || highlight === "none" ? null : (highlights[highlight] ?? null),
  };
}

function fontName(model: WordModel, sources: Element[], eastAsian: boolean): string {
  const script = eastAsian ? "eastAsia" : "ascii";
  for (const source of sources) {
    const fonts = child(source, "rFonts");
    const reference = attribute(fonts, `${script}Theme`);
    const themed = reference === undefined ? "" : model.theme.font(reference);
    if (themed !== "") return themed;
    const name = attribute(fonts, script);
    if (name !== undefined && name !== "") return name;
  }
  return "Times New Roman";
}

function isEastAsian(text: string): boolean {
  return /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud87f]/.test(text.slice(0, 1));
}

/** w:u values -> Word.UnderlineType. */
export const underlines: Record<string, string> = {
  none: "None",
  single: "Single",
  words: "Word",
  double: "Double",
  thick: "Thick",
  dotted: "Dotted",
  dottedHeavy: "DottedHeavy",
  dash: "DashLine",
  dashedHeavy: "DashLineHeavy",
  dashLong: "DashLineLong",
  dashLongHeavy: "DashLineLongHeavy",
  dotDash: "DotDashLine",
  dashDotHeavy: "DotDashLineHeavy",
  dotDotDash: "TwoDotDashLine",
  dashDotDotHeavy: "TwoDotDashLineHeavy",
  wave: "Wave",
  wavyHeavy: "WaveHeavy",
  wavyDouble: "WaveDouble",
};

/** w:highlight values -> colours. */
export const highlights: Record<string, string> = {
  black: "#000000",
  blue: "#0000FF",
  cyan: "#00FFFF",
  green: "#00FF00",
  magenta: "#FF00FF",
  red: "#FF0000",
  yellow: "#FFFF00",
  white: "#FFFFFF",
  darkBlue: "#000080",
  darkCyan: "#008080",
  darkGreen: "#008000",
  darkMagenta: "#800080",
  darkRed: "#800000",
  darkYellow: "#808000",
  darkGray: "#808080",
  lightGray: "#C0C0C0",
};
