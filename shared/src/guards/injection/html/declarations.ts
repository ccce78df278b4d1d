import parse, { type CssNode } from "css-tree/parser";
import { longestValue, plainCss, splitArguments } from "./css-text";

/** One declaration, its property in lower case and no shorthand. */
export interface Declaration {
  property: string;
  value: string;
  important: boolean;
}

/** How css-tree is asked: values and selectors stay as they are written. */
export const rawParsing = {
  parseValue: false,
  parseRulePrelude: false,
  parseAtrulePrelude: false,
  parseCustomProperty: false,
} as const;

/** Properties by which a text can disappear, and those that are needed to tell. */
const relevant = new Set(
  (
    "all display visibility content-visibility contain font-size font-size-adjust color -webkit-text-fill-color background-color background-image " +
    "background-clip -webkit-background-clip background-size background-repeat opacity filter -webkit-filter -ms-filter position left top right bottom " +
    "text-indent text-align margin-left margin-top margin-right clip clip-path -webkit-clip-path width height max-width max-height min-width min-height padding-top padding-right padding-bottom padding-left box-sizing line-height overflow " +
    "overflow-x overflow-y z-index isolation content float vertical-align transform -webkit-transform -ms-transform translate scale rotate zoom mso-hide text-shadow fill " +
    "-webkit-text-stroke-width -webkit-text-stroke-color backface-visibility -webkit-backface-visibility " +
    "grid-template-rows grid-template-columns flex-basis flex-grow table-layout grid-area grid-row grid-column border-radius -webkit-line-clamp line-clamp " +
    "fill-opacity stroke white-space letter-spacing word-spacing -webkit-text-security list-style-type mask mask-image -webkit-mask -webkit-mask-image mask-size -webkit-mask-size"
  ).split(" "),
);

/** Logical properties as physical ones of a page that is written from left to right (CSS Logical 1). */
const physicalNames: ReadonlyMap<string, string> = new Map([
  ...["margin-", "padding-", "inset-"].flatMap((kind): [string, string][] => {
    const prefix = kind === "inset-" ? "" : kind;
    return [
      [`${kind}inline-start`, `${prefix}left`],
      [`${kind}inline-end`, `${prefix}right`],
      [`${kind}block-start`, `${prefix}top`],
      [`${kind}block-end`, `${prefix}bottom`],
    ];
  }),
  ...["", "min-", "max-"].flatMap((kind): [string, string][] => [
    [`${kind}inline-size`, `${kind}width`],
    [`${kind}block-size`, `${kind}height`],
  ]),
  ["overflow-inline", "overflow-x"],
  ["overflow-block", "overflow-y"],
]);
const physicalPairs: ReadonlyMap<string, readonly [string, string]> = new Map([
  ...["margin-", "padding-", "inset-"].flatMap((kind): [string, readonly [string, string]][] => {
    const prefix = kind === "inset-" ? "" : kind;
    return [
      [`${kind}inline`, [`${prefix}left`, `${prefix}right`]],
      [`${kind}block`, [`${prefix}top`, `${prefix}bottom`]],
    ];
  }),
]);

/** The declarations of a `style` attribute. Linear; what cannot be read is passed over, as browsers do. */
export function declarationsOf(style: string): Declaration[] {
  const found: Declaration[] = [];
  const tree = parse(style, { context: "declarationList", ...rawParsing });
  for (const node of tree.children ?? []) addDeclaration(node, found);
  return found;
}

/** Adds what a node of css-tree declares, shorthands as their parts. */
export function addDeclaration(node: CssNode, found: Declaration[]): void {
  if (node.type !== "Declaration" || node.property === undefined) return;
  const name = plainCss(node.property);
  const property = name.startsWith("--") ? name : name.toLowerCase();
  const value = valueOf(node);
  if (value === undefined) return;
  const important = node.important !== false && node.important !== undefined;
  for (const [part, text] of longhands(property, value)) found.push({ property: part, value: text, important });
}

function valueOf({ value }: CssNode): string | undefined {
  const text = typeof value === "string" ? value : value?.value;
  return text === undefined || text.length > longestValue ? undefined : plainCss(text);
}

/** A declaration as those of its longhands that matter here. A shorthand with a variable is kept until it is known. */
export function longhands(property: string, value: string): [property: string, value: string][] {
  const physical = physicalNames.get(property);
  if (physical !== undefined) return longhands(physical, value);
  const pair = physicalPairs.get(property);
  if (pair !== undefined && !/\bvar\(/i.test(value)) {
    const [start = "", end = start] = splitArguments(value, " ");
    return [
      [pair[0], start],
      [pair[1], end],
    ];
  }
  if (pair !== undefined) return [[property, value]];
  if (property.startsWith("--") || relevant.has(property)) {
    if (property === "overflow") {
      const [x = "", y = x] = splitArguments(value, " ");
      return [
        ["overflow-x", x],
        ["overflow-y", y],
      ];
    }
    return [[property, value]];
  }
  if (!shorthands.has(property)) return [];
  if (/\bvar\(/i.test(value)) return [[property, value]];
  switch (property) {
    case "font":
      return fontSize(value);
    case "background":
      return background(value);
    case "flex":
      return flex(value);
    case "grid":
    case "grid-template": {
      const [rows = "", columns = ""] = splitArguments(value, "/");
      return [
        ["grid-template-rows", rows],
        ["grid-template-columns", columns],
      ];
    }
    case "-webkit-text-stroke": {
      const words = splitArguments(value, " ");
      const isWidth = (word: string): boolean => /^(?:[\d.]|thin$|medium$|thick$|calc)/i.test(word);
      return [
        ["-webkit-text-stroke-width", words.find(isWidth) ?? "0"],
        ["-webkit-text-stroke-color", words.find((word) => !isWidth(word)) ?? "currentcolor"],
      ];
    }
    case "margin": {
      const [top = "", right = top, , left = right] = splitArguments(value, " ");
      return [
        ["margin-top", top],
        ["margin-right", right],
        ["margin-left", left],
      ];
    }
    default: {
      const [top = "", right = top, bottom = top, left = right] = splitArguments(value, " ");
      const prefix = property === "padding" ? "padding-" : "";
      return [
        [`${prefix}top`, top],
        [`${prefix}right`, right],
        [`${prefix}bottom`, bottom],
        [`${prefix}left`, left],
      ];
    }
  }
}

const shorthands = new Set(
  "font background margin padding inset overflow flex grid grid-template -webkit-text-stroke".split(" "),
);

/** Growth and basis of a `flex` shorthand (CSS Flexbox 7.1.1). */
function flex(value: string): [string, string][] {
  const word = value.toLowerCase();
  if (wideKeywords.has(word) || word === "auto" || word === "none") return [["flex-basis", "auto"]];
  const words = splitArguments(word, " ");
  const numbers = words.filter((one) => /^[\d.]+$/.test(one));
  const basis = words.find((one) => !/^[\d.]+$/.test(one)) ?? (numbers.length > 2 ? numbers[2]! : "0px");
  return [
    ["flex-grow", numbers[0] ?? "1"],
    ["flex-basis", basis],
  ];
}

const wideKeywords = new Set(["inherit", "initial", "unset", "revert", "revert-layer"]);
const fontSizes = /^(?:xx-small|x-small|small|medium|large|x-large|xx-large|xxx-large|smaller|larger)$/i;

/** The size of a `font` shorthand: the first length, in front of "/" or the family. */
function fontSize(value: string): [string, string][] {
  if (wideKeywords.has(value.toLowerCase())) return [["font-size", value]];
  for (const word of splitArguments(value, " ")) {
    const [size = "", height] = splitArguments(word, "/");
    // A bare number is a weight, unless it is nought.
    const isSize = fontSizes.test(size) || /^[+-]?[\d.]+(?:[a-z]+|%)$/i.test(size) || /^[a-z-]+\(/i.test(size);
    if (isSize || /^0+(?:\.0*)?$/.test(size))
      return [
        ["font-size", size],
        ["line-height", height ?? "normal"],
      ];
  }
  return [];
}

/** Colour and image of a `background` shorthand; what it does not name is reset. */
function background(value: string): [string, string][] {
  if (wideKeywords.has(value.toLowerCase()))
    return [
      ["background-color", value],
      ["background-image", value],
    ];
  const layers = splitArguments(value, ",");
  const words = splitArguments(layers.at(-1) ?? "", " ");
  const isImage = (word: string): boolean =>
    /^(?:url|[a-z-]*(?:gradient|image|cross-fade|image-set|element|paint))\(/i.test(word);
  const images = layers.flatMap((layer) => splitArguments(layer, " ").filter(isImage));
  const other = new Set(
    "none repeat no-repeat repeat-x repeat-y round space scroll fixed local center top bottom left right cover contain auto border-box padding-box content-box text".split(
      " ",
    ),
  );
  const color = words.find(
    (word) => !isImage(word) && !other.has(word.toLowerCase()) && !/^[-+.\d]|^\/|^calc\(/.test(word),
  );
  return [
    ["background-color", color ?? "transparent"],
    ["background-image", images.length === 0 ? "none" : images.join(" ")],
    ["background-size", /\/\s*([\d.]+(?:px|%)?(?:\s+[\d.]+(?:px|%)?)?)/.exec(layers.at(-1) ?? "")?.[1] ?? "auto"],
    ["background-repeat", /no-repeat/i.test(value) ? "no-repeat" : "repeat"],
    ["background-clip", /(?:^|\s)text(?:\s|$|,)/i.test(value) ? "text" : "border-box"],
  ];
}
