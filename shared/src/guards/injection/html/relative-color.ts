import type { Color } from "./color";
import { numberOf, splitArguments } from "./css-text";

/**
 * A colour made from another (CSS Color 5, `rgb(from white r g b / 50%)`), as far as its parts are taken over or, in rgb, are
 * numbers. Undefined for one that is calculated.
 */
export function relativeColor(
  name: string,
  inside: string,
  parse: (text: string) => Color | undefined,
): Color | undefined {
  const [words = "", opacity] = splitArguments(inside, "/");
  const [, from = "", ...parts] = splitArguments(words, " ");
  const base = parse(from);
  if (base === undefined) return undefined;
  const alpha = opacity === undefined || opacity === "alpha" ? base.alpha : portionOf(opacity);
  if (alpha === undefined) return undefined;
  const letters = name.replace(/^ok|a$/g, "");
  const space = name === "color" ? "" : letters;
  if (space !== "" && parts.join("") === space) return { ...base, alpha };
  if (space !== "rgb") return name === "color" ? { ...base, alpha } : undefined;
  const own: Readonly<Record<string, number>> = { r: base.red, g: base.green, b: base.blue };
  const [red, green, blue] = parts.map((part) => own[part] ?? numberOf(part));
  return red === undefined || green === undefined || blue === undefined ? undefined : { red, green, blue, alpha };
}

function portionOf(word: string): number | undefined {
  const value = numberOf(word.replace(/%$/, ""));
  return value === undefined ? undefined : Math.max(0, Math.min(1, word.endsWith("%") ? value / 100 : value));
}
