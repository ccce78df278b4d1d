import { lengthOf, screenSize } from "./css-length";
import { splitArguments } from "./css-text";

/**
 * True when a media query list holds where an official reads mail: a screen 1,024 pixels wide in light colours. Whether a text
 * is hidden is asked of this one presentation. What shows on paper or telephones alone is hidden to this reader; what hides
 * there alone is not. (Newsletters hide for telephones what everybody at a desk sees.)
 */
export function mediaApplies(query: string): boolean {
  const text = query.trim().toLowerCase();
  return text === "" || splitArguments(text, ",").some((one) => queryHolds(one));
}

function queryHolds(query: string): boolean {
  const match = /^(?:(only|not)\s+)?(?![(])([a-z-]+)(?:\s+and\s+|\s*$)([^]*)$/.exec(query);
  if (match !== null && match[2] !== "not") {
    const [, prefix, type = "", rest = ""] = match;
    const holds = (type === "all" || type === "screen") && (rest.trim() === "" || conditionHolds(rest, 0));
    return prefix === "not" ? !holds : holds;
  }
  return conditionHolds(query, 0);
}

const deepest = 10;

function conditionHolds(condition: string, depth: number): boolean {
  const text = condition.trim();
  if (depth > deepest) return false;
  if (/^not[\s(]/.test(text)) return !conditionHolds(text.slice(3), depth + 1);
  const words = splitArguments(text.replace(/\)(and|or)\b/g, ") $1").replace(/\b(and|or)\(/g, "$1 ("), " ");
  const parts = words.filter((word) => word !== "and" && word !== "or");
  const held = parts.map((part) => partHolds(part, depth));
  return words.includes("or") ? held.some(Boolean) : held.every(Boolean);
}

function partHolds(part: string, depth: number): boolean {
  const inside = /^\(([^]*)\)$/.exec(part)?.[1]?.trim();
  if (inside === undefined) return part === "screen" || part === "all";
  if (/^\(|^not[\s(]/.test(inside)) return conditionHolds(inside, depth + 1);
  return featureHolds(inside);
}

function featureHolds(feature: string): boolean {
  const range = /^(.+?)\s*(<=|>=|<|>|=)\s*(.+?)(?:\s*(<=|>=|<|>)\s*(.+))?$/.exec(feature);
  if (range !== null) {
    const [, left = "", sign = "", middle = "", secondSign, right] = range;
    const holds = compare(sizeOf(left), sign, sizeOf(middle));
    return secondSign === undefined ? holds : holds && compare(sizeOf(middle), secondSign, sizeOf(right ?? ""));
  }
  const [name = "", value = ""] = feature.split(":").map((word) => word.trim());
  const plain = name.replace(/^-(?:webkit|moz|ms|o)-/, "");
  const extent = /^(min-|max-)?(?:device-)?(width|height)$/.exec(plain);
  if (extent !== null) {
    if (value === "") return true;
    const size = screenSize[extent[2] as "width" | "height"];
    const limit = sizeOf(value);
    if (limit === undefined) return false;
    return extent[1] === "min-" ? size >= limit : extent[1] === "max-" ? size <= limit : size === limit;
  }
  switch (plain) {
    case "prefers-color-scheme":
      return value === "light" || value === "no-preference" || value === "";
    case "orientation":
      return value === "landscape";
    case "hover":
    case "any-hover":
      return value === "hover" || value === "";
    case "pointer":
    case "any-pointer":
      return value === "fine" || value === "";
    case "prefers-reduced-motion":
    case "prefers-contrast":
    case "prefers-reduced-transparency":
      return value === "no-preference";
    case "forced-colors":
    case "inverted-colors":
      return value === "none";
    case "scripting":
      return value === "none";
    case "color":
    case "min-color":
    case "update":
    case "color-gamut":
      return true;
    case "min-device-pixel-ratio":
    case "min-resolution":
      return Number.parseFloat(value) <= 1;
    case "max-device-pixel-ratio":
    case "max-resolution":
      return Number.parseFloat(value) >= 1;
    default:
      return false;
  }
}

function sizeOf(text: string): number | undefined {
  const word = text.trim();
  if (/^(?:device-)?width$/.test(word)) return screenSize.width;
  if (/^(?:device-)?height$/.test(word)) return screenSize.height;
  return lengthOf(word, { em: 16, rem: 16 });
}

function compare(left: number | undefined, sign: string, right: number | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  switch (sign) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      return left === right;
  }
}
