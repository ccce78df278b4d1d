import type { Element } from "domhandler";
import { lengthOf } from "./css-length";
import { attributeOf } from "./parse-tree";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const blocks = words(
  "html body address article aside blockquote center details dialog dd dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend listing main menu nav noframes ol optgroup option p plaintext pre search section summary ul xmp marquee",
);
const nothing = words(
  "area base basefont datalist head link meta noembed noframes param rp script style template title noscript source track",
);
const svgStore = words("defs symbol clipPath mask marker pattern linearGradient radialGradient");
const tables: Readonly<Record<string, string>> = {
  table: "table",
  caption: "table-caption",
  colgroup: "table-column-group",
  col: "table-column",
  thead: "table-header-group",
  tbody: "table-row-group",
  tfoot: "table-footer-group",
  tr: "table-row",
  td: "table-cell",
  th: "table-cell",
  li: "list-item",
  img: "inline-block",
  button: "inline-block",
  input: "inline-block",
  select: "inline-block",
  textarea: "inline-block",
};

/** `display` of an element for which nothing is declared (HTML Living Standard, 15.3). */
export function defaultDisplay(element: Element): string {
  const name = element.name;
  if (nothing.has(name)) return "none";
  // What SVG keeps for use elsewhere is not drawn where it stands.
  if (element.namespace === "http://www.w3.org/2000/svg" && svgStore.has(name)) return "none";
  if (attributeOf(element, "hidden") !== undefined && name !== "svg") return "none";
  if (name === "dialog" && attributeOf(element, "open") === undefined) return "none";
  if (attributeOf(element, "popover") !== undefined) return "none";
  if (name === "input" && attributeOf(element, "type")?.toLowerCase() === "hidden") return "none";
  if (blocks.has(name)) return "block";
  return tables[name] ?? "inline";
}

/** Boxes that grow with what is in them, whatever height or width they are given. */
export function isTableBox(display: string): boolean {
  return /^(?:inline-)?table(?:-|$)/.test(display);
}

const sizes: Readonly<Record<string, number>> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  initial: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
  "xxx-large": 48,
};
const ofFont = [10, 10, 13, 16, 18, 24, 32, 48];
const smaller = 5 / 6;

/** Font size of an element in CSS pixels, from what is declared, its `size` attribute or its name. */
export function fontSizeOf(element: Element, declared: string | undefined, parent: number): number {
  const word = declared?.toLowerCase();
  if (word !== undefined && word !== "") {
    if (sizes[word] !== undefined) return sizes[word];
    if (word === "smaller") return parent * smaller;
    if (word === "larger") return parent / smaller;
    const length = lengthOf(word, { em: parent, rem: 16, whole: parent });
    if (length !== undefined && length >= 0) return length;
  }
  switch (element.name) {
    case "small":
    case "sub":
    case "sup":
      return parent * smaller;
    case "rt":
      return parent / 2;
    case "big":
      return parent / smaller;
    case "h1":
      return parent * 2;
    case "h2":
      return parent * 1.5;
    case "h3":
      return parent * 1.17;
    case "h5":
      return parent * 0.83;
    case "h6":
      return parent * 0.67;
    case "font": {
      const match = /^\s*([+-]?)(\d{1,3})/.exec(attributeOf(element, "size") ?? "");
      if (match === null) return parent;
      const number = Number(match[2]);
      const step = match[1] === "+" ? 3 + number : match[1] === "-" ? 3 - number : number;
      return ofFont[Math.max(1, Math.min(7, step))]!;
    }
    default:
      return parent;
  }
}
