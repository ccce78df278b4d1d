import type { Color } from "./color";
import { numberOf } from "./css-text";

/**
 * A colour of CIE Lab or OKLab, or their polar forms (CSS Color 4, 9 and 10), in sRGB; what lies outside of it is cut off.
 * Undefined where a part is no number.
 */
export function perceptualColor(
  space: "lab" | "lch" | "oklab" | "oklch",
  ...[light, second, third, alpha]: [string, string, string, number]
): Color | undefined {
  const isOk = space.startsWith("ok");
  const lightness = part(light, isOk ? 1 : 100);
  const isPolar = space.endsWith("ch");
  const one = part(second, isOk ? 0.4 : isPolar ? 150 : 125);
  const other = isPolar ? turn(third) : part(third, isOk ? 0.4 : 125);
  if (lightness === undefined || one === undefined || other === undefined) return undefined;
  const [a, b] = isPolar ? [one * Math.cos(other), one * Math.sin(other)] : [one, other];
  const [red, green, blue] = isOk ? fromOklab(lightness, a, b) : fromLab(lightness, a, b);
  return { red: encoded(red), green: encoded(green), blue: encoded(blue), alpha };
}

function part(word: string, whole: number): number | undefined {
  if (word === "none") return 0;
  const value = numberOf(word.replace(/%$/, ""));
  return value === undefined ? undefined : word.endsWith("%") ? (value / 100) * whole : value;
}

/** An angle in radians. */
function turn(word: string): number | undefined {
  if (word === "none") return 0;
  const match = /^(.*?)(deg|grad|rad|turn)?$/.exec(word)!;
  const value = numberOf(match[1]!);
  const full = { deg: 360, grad: 400, rad: 2 * Math.PI, turn: 1 }[(match[2] ?? "deg") as "deg"];
  return value === undefined ? undefined : (value / full) * 2 * Math.PI;
}

type Linear = [red: number, green: number, blue: number];

function fromOklab(lightness: number, a: number, b: number): Linear {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function fromLab(lightness: number, a: number, b: number): Linear {
  const fy = (lightness + 16) / 116;
  const cube = (f: number): number => (f ** 3 > 216 / 24389 ? f ** 3 : (116 * f - 16) / (24389 / 27));
  // White of D50, as CSS takes it, and from there straight to linear sRGB.
  const x = 0.9642956764 * cube(fy + a / 500);
  const y = lightness > 8 ? fy ** 3 : lightness / (24389 / 27);
  const z = 0.8251046025 * cube(fy - b / 200);
  return [
    3.1341358529 * x - 1.6173863321 * y - 0.490661946 * z,
    -0.9787954765 * x + 1.9162543773 * y + 0.0334428727 * z,
    0.0719553799 * x - 0.2289767598 * y + 1.4053860351 * z,
  ];
}

function encoded(linear: number): number {
  const value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(Math.max(0, Math.min(1, value)) * 255);
}
