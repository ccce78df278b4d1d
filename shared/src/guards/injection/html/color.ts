import { colorNames } from "./color-names";
import { numberOf, splitArguments } from "./css-text";
import { perceptualColor } from "./perceptual-color";
import { relativeColor } from "./relative-color";

/** sRGB, 0 to 255, and how opaque it is, 0 to 1. */
export interface Color {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

export const white: Color = { red: 255, green: 255, blue: 255, alpha: 1 };
export const black: Color = { red: 0, green: 0, blue: 0, alpha: 1 };
export const transparent: Color = { red: 0, green: 0, blue: 0, alpha: 0 };

/** Reads a CSS colour (CSS Color 4: names, hex, rgb, hsl, hwb, lab, lch, oklab, oklch, color, color-mix is not); undefined for none. */
export function parseColor(text: string): Color | undefined {
  const value = text.trim().toLowerCase();
  if (value === "transparent") return transparent;
  if (value.startsWith("#")) return hexColor(value.slice(1));
  const named = colorNames.get(value);
  if (named !== undefined) return hexColor(named);
  const call = /^([a-z-]+)\(([^]*)\)$/.exec(value);
  return call === null ? undefined : functionColor(call[1]!, call[2]!);
}

/**
 * Reads the colour of an HTML attribute (`bgcolor`, `color`): like CSS, and hex without "#" or with missing digits, as
 * browsers take it (HTML Living Standard, rules for parsing a legacy colour value).
 */
export function parseLegacyColor(text: string): Color | undefined {
  const value = text.trim();
  if (value === "" || value.toLowerCase() === "transparent") return undefined;
  const color = parseColor(value);
  if (color !== undefined) return color;
  let digits = [...value.replace(/^#/, "").slice(0, 128)].map((sign) => (/[0-9a-f]/i.test(sign) ? sign : "0")).join("");
  while (digits.length === 0 || digits.length % 3 !== 0) digits += "0";
  const third = digits.length / 3;
  const parts = [0, 1, 2].map((index) => digits.slice(index * third, (index + 1) * third).slice(-8));
  let [red, green, blue] = parts as [string, string, string];
  while (red.length > 2 && red[0] === "0" && green[0] === "0" && blue[0] === "0") {
    [red, green, blue] = [red.slice(1), green.slice(1), blue.slice(1)];
  }
  return hexColor([red, green, blue].map((part) => part.slice(0, 2).padStart(2, "0")).join(""));
}

/** The first colour that stands in a value of several words (`background`, `text-shadow`); undefined for none. */
export function colorIn(value: string): Color | undefined {
  for (const word of splitWords(value)) {
    const color = parseColor(word);
    if (color !== undefined) return color;
  }
  return undefined;
}

/** The colours of each gradient in a value; empty for other images. */
export function gradients(value: string): Color[][] {
  return [...value.matchAll(/gradient\(((?:[^()]|\([^()]*\)){0,2000})\)/gi)]
    .map((match) => splitArguments(match[1]!, ",").flatMap((stop) => colorIn(stop) ?? []))
    .filter((stops) => stops.length > 0);
}

/** The colours of all gradients in a value. */
export function gradientColors(value: string): Color[] {
  return gradients(value).flat();
}

/** `over` laid upon an opaque `under`. */
export function composite(over: Color, under: Color): Color {
  const mix = (top: number, bottom: number): number => top * over.alpha + bottom * (1 - over.alpha);
  return {
    red: mix(over.red, under.red),
    green: mix(over.green, under.green),
    blue: mix(over.blue, under.blue),
    alpha: 1,
  };
}

/** Contrast below which nobody reads a text (WCAG 2.2 asks for 4.5; #eeeeee on white has 1.16). */
const leastContrast = 1.25;
/** Difference of hue and chroma (OKLab a and b) from which a text shows although it is as bright as its ground. */
const leastChroma = 0.075;

/** True when nobody can tell opaque text of one colour from its ground of the other. */
export function isNear(text: Color, ground: Color): boolean {
  const one = luminance(text);
  const other = luminance(ground);
  if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= leastContrast) return false;
  const [a, b] = chroma(text);
  const [c, d] = chroma(ground);
  return Math.hypot(a - c, b - d) < leastChroma;
}

function luminance({ red, green, blue }: Color): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function chroma({ red, green, blue }: Color): [number, number] {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

function hexColor(digits: string): Color | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(digits)) return undefined;
  const full = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const part = (index: number): number => Number.parseInt(full.slice(index * 2, index * 2 + 2), 16);
  return { red: part(0), green: part(1), blue: part(2), alpha: full.length === 8 ? part(3) / 255 : 1 };
}

function functionColor(name: string, inside: string): Color | undefined {
  const words = inside
    .replace(/[,/]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words[0] === "from") return relativeColor(name, inside, parseColor);
  if (name === "color") return colorSpace(words);
  const [first = "", second = "", third = "", fourth] = words;
  const alpha = fourth === undefined ? 1 : share(fourth, 1);
  if (alpha === undefined) return undefined;
  switch (name) {
    case "rgb":
    case "rgba": {
      const [red, green, blue] = [first, second, third].map((word) => channel(word));
      if (red === undefined || green === undefined || blue === undefined) return undefined;
      return { red, green, blue, alpha };
    }
    case "hsl":
    case "hsla":
    case "hwb": {
      const hue = angle(first);
      const one = share(second, 100);
      const other = share(third, 100);
      if (hue === undefined || one === undefined || other === undefined) return undefined;
      return name === "hwb" ? hwb(hue, one, other, alpha) : hsl(hue, one, other, alpha);
    }
    case "lab":
    case "lch":
    case "oklab":
    case "oklch":
      return perceptualColor(name, first, second, third, alpha);
    default:
      return undefined;
  }
}

function colorSpace([, red = "", green = "", blue = "", alpha]: string[]): Color | undefined {
  const parts = [red, green, blue].map((word) => share(word, 1));
  const opaque = alpha === undefined ? 1 : share(alpha, 1);
  const [r, g, b] = parts;
  if (r === undefined || g === undefined || b === undefined || opaque === undefined) return undefined;
  return { red: r * 255, green: g * 255, blue: b * 255, alpha: opaque };
}

function hsl(hue: number, saturation: number, lightness: number, alpha: number): Color {
  const part = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    const amount = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { red: part(0), green: part(8), blue: part(4), alpha };
}

function hwb(hue: number, whiteness: number, blackness: number, alpha: number): Color {
  const sum = whiteness + blackness;
  const pure = hsl(hue, 1, 0.5, alpha);
  const mix = (value: number): number =>
    sum >= 1 ? (255 * whiteness) / sum : value * (1 - whiteness - blackness) + 255 * whiteness;
  return { red: mix(pure.red), green: mix(pure.green), blue: mix(pure.blue), alpha };
}

function channel(word: string): number | undefined {
  if (word === "none") return 0;
  const value = numberOf(word.replace(/%$/, ""));
  if (value === undefined) return undefined;
  return clamp((word.endsWith("%") ? value / 100 : value / 255) || 0) * 255;
}

export function share(word: string, whole: number): number | undefined {
  if (word === "none") return 0;
  const value = numberOf(word.replace(/%$/, ""));
  return value === undefined ? undefined : clamp(word.endsWith("%") ? value / 100 : value / whole);
}

export function angle(word: string): number | undefined {
  if (word === "none") return 0;
  const match = /^(.*?)(deg|grad|rad|turn)?$/.exec(word)!;
  const value = numberOf(match[1]!);
  if (value === undefined) return undefined;
  const degrees = value * { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }[(match[2] ?? "deg") as "deg"];
  return ((degrees % 360) + 360) % 360;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

function splitWords(value: string): string[] {
  return splitArguments(value, " ");
}
