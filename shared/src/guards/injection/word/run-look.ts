import { attributeValue } from "../../../ooxml";
import { parseColor, type Color } from "../html/color";

/** What of a run's properties decides whether its text is seen; what is not set comes from styles. */
export interface RunLook {
  vanish?: boolean;
  color?: Color | "auto";
  /** Half-points. */
  size?: number | undefined;
  /** Per cent of the normal width. */
  scale?: number | undefined;
  shade?: Color | "none";
  highlight?: Color | "none";
  /** Text without paint (w14:textFill). */
  noFill?: boolean;
}

const highlights: Readonly<Record<string, string>> = {
  darkBlue: "#000080",
  darkCyan: "#008080",
  darkGreen: "#008000",
  darkMagenta: "#800080",
  darkRed: "#800000",
  darkYellow: "#808000",
  darkGray: "#808080",
  lightGray: "#c0c0c0",
};
/** The office theme: pages are white, text is black. Documents write the colour that the theme gives beside its name. */
const themeColors: Readonly<Record<string, string>> = {
  background1: "#ffffff",
  light1: "#ffffff",
  background2: "#eeece1",
  light2: "#eeece1",
  text1: "#000000",
  dark1: "#000000",
};

/** Takes in one property element of `w:rPr` (ECMA-376 part 1, 17.3.2). */
export function takeRunProperty(look: RunLook, name: string, tag: string): void {
  const value = attributeValue(tag, "w:val");
  switch (name) {
    case "w:vanish":
    case "w:specVanish":
      look.vanish = isOn(value);
      break;
    case "w:color": {
      const theme = attributeValue(tag, "w:themeColor");
      look.color = hexColor(value) ?? (theme === "" ? "auto" : (parseColor(themeColors[theme] ?? "") ?? "auto"));
      break;
    }
    case "w:sz":
      look.size = numberOf(value);
      break;
    case "w:w":
      look.scale = numberOf(value.replace("%", ""));
      break;
    case "w:shd":
      look.shade = shadeOf(tag);
      break;
    case "w:highlight":
      look.highlight = value === "none" || value === "" ? "none" : (parseColor(highlights[value] ?? value) ?? "none");
      break;
    default:
  }
}

/** Takes in one part of a `w14:textFill`, which paints letters in the place of `w:color` ([MS-DOCX] 2.6.1.18). */
export function takeFill(look: RunLook, name: string, tag: string): void {
  const value = attributeValue(tag, "w14:val");
  if (name === "w14:noFill") look.noFill = true;
  else if (name === "w14:srgbClr") look.color = hexColor(value) ?? look.color ?? "auto";
  else if (name === "w14:schemeClr") look.color = parseColor(fillThemes[value] ?? "") ?? "auto";
  else if (name === "w14:alpha" && Number(value) >= nearlyTransparent) look.noFill = true;
}

/** Thousandths of a per cent of transparency from which letters are not seen. */
const nearlyTransparent = 95_000;
const fillThemes: Readonly<Record<string, string>> = { bg1: "#ffffff", lt1: "#ffffff", bg2: "#eeece1", tx1: "#000000" };

/** Fill of a `w:shd`; a solid pattern shows its own colour instead (17.3.5). */
export function shadeOf(tag: string): Color | "none" {
  const isSolid = attributeValue(tag, "w:val") === "solid";
  const word = attributeValue(tag, isSolid ? "w:color" : "w:fill");
  const theme = attributeValue(tag, isSolid ? "w:themeColor" : "w:themeFill");
  return hexColor(word) ?? parseColor(themeColors[theme] ?? "") ?? (theme === "" ? "none" : unknownShade);
}

/** A theme's accent: neither white nor black. */
const unknownShade: Color = { red: 128, green: 0, blue: 128, alpha: 1 };

function hexColor(value: string): Color | undefined {
  return /^[0-9a-f]{6}$/i.test(value) ? parseColor(`#${value}`) : undefined;
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/i.test(value);
}

function numberOf(value: string): number | undefined {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) ? number : undefined;
}
