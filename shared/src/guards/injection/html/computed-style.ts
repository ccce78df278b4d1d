import type { Element } from "domhandler";
import type { HiddenReason } from "../hidden-text";
import {
  black,
  colorIn,
  composite,
  gradientColors,
  parseColor,
  parseLegacyColor,
  transparent,
  white,
  type Color,
} from "./color";
import { lengthOf, screenSize } from "./css-length";
import { longestValue, numberOf, splitArguments } from "./css-text";
import { declarationsOf, longhands } from "./declarations";
import { isBesideThePage, type Container } from "./beside-the-page";
import { leastFontSize, leastOpacity } from "./least-sizes";
import { roomWithin, type Room } from "./room";
import { attributeOf } from "./parse-tree";
import type { WeighedDeclaration } from "./style-sheet";
import { defaultDisplay, fontSizeOf, isTableBox } from "./page-defaults";
import { isOffScreen, clipsEverything, scaleOf, faded } from "./placement";
import { isValidValue } from "./valid-value";

/** What of an element's style decides whether its text is seen. */
export interface Style {
  /** Why nothing in this element is seen, whatever its parts say; undefined while they may be. */
  gone: HiddenReason | undefined;
  display: string;
  hiddenVisibility: boolean;
  msoHide: boolean;
  /** CSS pixels. */
  fontSize: number;
  /** Product of all scales around the text. */
  scale: number;
  opacity: number;
  color: Color;
  /** Colour of the text where it differs from `color` (-webkit-text-fill-color, fill of SVG). */
  fill: Color | undefined;
  shadow: Color | undefined;
  /** What may lie behind the text: one opaque colour, or those of a gradient. */
  grounds: readonly Color[];
  /** A picture lies behind the text, whose colours nobody knows. */
  picture: boolean;
  /** The text is cut out of its background. */
  cutOut: boolean;
  textIndent: number;
  /** CSS pixels; undefined: as high as the font needs. */
  lineHeight: number | undefined;
  clipsLines: boolean;
  /** What a clipping box around the text leaves of it from its start, CSS pixels. */
  room: Room;
  /** The box that absolute offsets count from. */
  container: Container;
  nowrap: boolean;
  preserved: boolean;
  letterSpacing: number;
  variables: ReadonlyMap<string, string>;
}

export const rootStyle: Style = {
  gone: undefined,
  display: "block",
  hiddenVisibility: false,
  msoHide: false,
  fontSize: 16,
  scale: 1,
  opacity: 1,
  color: black,
  fill: undefined,
  shadow: undefined,
  grounds: [white],
  picture: false,
  cutOut: false,
  textIndent: 0,
  lineHeight: undefined,
  clipsLines: false,
  room: { width: Infinity, height: Infinity },
  container: "page",
  nowrap: false,
  preserved: false,
  letterSpacing: 0,
  variables: new Map(),
};

/** The style of an element within its parent's, from the rules that hold for it, its attributes, and what browsers start from. */
export function computeStyle(element: Element, parent: Style, rules: readonly WeighedDeclaration[]): Style {
  const inline = attributeOf(element, "style");
  const declared = cascade(
    rules,
    inline === undefined ? [] : declarationsOf(inline.slice(0, longestStyle)),
    parent.variables,
  );
  const value = (property: string): string | undefined => resolved(declared.values, property);
  const isSvg = element.namespace === "http://www.w3.org/2000/svg";
  const attribute = (name: string): string | undefined => (isSvg ? attributeOf(element, name) : undefined);

  const fontSize = fontSizeOf(element, value("font-size") ?? attribute("font-size"), parent.fontSize);
  const length = (property: string, whole: number): number | undefined => {
    const text = value(property);
    return text === undefined ? undefined : lengthOf(text, { em: fontSize, rem: 16, whole });
  };
  const display = value("display")?.toLowerCase() ?? attribute("display") ?? defaultDisplay(element);
  const color = textColor(element, value("color") ?? attribute("color"), parent);
  const ground = groundOf(element, parent, value("background-color"), value("background-image"), color);
  const opacityWord = value("opacity") ?? attribute("opacity");
  const ownOpacity = opacityWord === undefined ? 1 : (portion(opacityWord) ?? 1);
  const opacity =
    parent.opacity *
    Math.max(0, Math.min(1, ownOpacity)) *
    faded([value("filter"), value("-webkit-filter"), value("-ms-filter")]);
  const transforms = [value("transform"), value("-webkit-transform"), value("-ms-transform")].filter(
    (text) => text !== undefined,
  );
  const isInline = display === "inline";
  const position = value("position")?.toLowerCase() ?? "static";
  const positioned =
    position === "absolute" ||
    position === "fixed" ||
    position === "-webkit-sticky" ||
    position === "relative" ||
    position === "sticky";
  const out = position === "absolute" || position === "fixed";
  const textIndent =
    length("text-indent", screenSize.width) ??
    (value("text-indent") === "inherit" ? parent.textIndent : parent.textIndent);
  const lineHeight = lineHeightOf(value("line-height"), fontSize, parent.lineHeight);
  const clipsX = isClipped(value("overflow-x"));
  const clipsY = isClipped(value("overflow-y"));
  const visibility = value("visibility")?.toLowerCase() ?? attribute("visibility");
  const letterSpacing = length("letter-spacing", fontSize) ?? parent.letterSpacing;
  const whiteSpace = value("white-space")?.toLowerCase();

  let gone = parent.gone;
  const hide = (reason: HiddenReason): void => {
    gone ??= reason;
  };
  if (display === "none") hide(isHiddenByAttribute(element, value("display")) ? "hidden-attribute" : "display-none");
  if (value("content-visibility")?.toLowerCase() === "hidden") hide("display-none");
  if (opacity < leastOpacity) hide("opacity");
  for (const mask of ["mask", "mask-image", "-webkit-mask", "-webkit-mask-image"]) {
    // What a picture lets through nobody knows.
    const stops = /url\(/i.test(value(mask) ?? "") ? [] : gradientColors(value(mask) ?? "");
    if (stops.length > 0 && stops.every(({ alpha }) => alpha < leastOpacity)) hide("opacity");
  }
  const shift = {
    left: length("left", screenSize.width),
    right: length("right", screenSize.width),
    top: length("top", screenSize.height),
    bottom: length("bottom", screenSize.height),
  };
  const pad = (side: string): number => Math.max(0, pixelsOnly(value(`padding-${side}`), fontSize) ?? 0);
  const padding = { top: pad("top"), right: pad("right"), bottom: pad("bottom"), left: pad("left") };
  const margins = {
    left: pixelsOnly(value("margin-left"), fontSize),
    top: pixelsOnly(value("margin-top"), fontSize),
    right: pixelsOnly(value("margin-right"), fontSize),
  };
  if (
    isOffScreen(
      { ...(positioned ? shift : {}) },
      isInline && !out ? { left: margins.left } : margins,
      transforms,
      value("translate"),
      fontSize,
    )
  )
    hide("off-screen");
  if (
    out &&
    gone === undefined &&
    isBesideThePage({
      element,
      fixed: position === "fixed",
      container: parent.container,
      offsets: { left: value("left"), right: value("right"), top: value("top"), bottom: value("bottom") },
      margins,
      moved: transforms.length > 0 || value("translate") !== undefined,
      width: pixelsOnly(value("width"), fontSize),
      height: pixelsOnly(value("height"), fontSize),
      padding,
      fontSize,
      lineHeight,
    })
  )
    hide("off-screen");
  if (isSvg && isFarOut(element)) hide("off-screen");
  if (out && clipsEverything(value("clip"), fontSize)) hide("clipped");
  for (const clipPath of [value("clip-path"), value("-webkit-clip-path")])
    if (clipsEverything(clipPath, fontSize)) hide("clipped");
  let { room } = parent;
  if ((!isInline || out) && !isTableBox(display)) {
    room = roomWithin(room, {
      clipsX: isCut(value("overflow-x")),
      clipsY: isCut(value("overflow-y")),
      width: leastOf(pixelsOnly(value("width"), fontSize), pixelsOnly(value("max-width"), fontSize)),
      height: leastOf(pixelsOnly(value("height"), fontSize), pixelsOnly(value("max-height"), fontSize)),
      minWidth: pixelsOnly(value("min-width"), fontSize) ?? 0,
      minHeight: pixelsOnly(value("min-height"), fontSize) ?? 0,
      marginTop: out ? 0 : (margins.top ?? 0),
      padding,
      isBorderBox: value("box-sizing")?.toLowerCase() === "border-box",
    });
    const least = (...properties: string[]): boolean =>
      properties.some((property) => (length(property, screenSize.width) ?? Infinity) <= smallestBox);
    if ((clipsY && least("height", "max-height")) || (clipsX && least("width", "max-width"))) hide("zero-size");
    // A box that clips in one direction makes the other scroll, unless it clips there too (CSS Overflow 3).
    if ((clipsX || clipsY) && least("max-height", "height") && least("max-width", "width")) hide("zero-size");
  }
  if (isSvg && element.name === "svg" && value("overflow-x")?.toLowerCase() !== "visible") {
    const side = (name: "width" | "height"): number => pixelsOnly(value(name) ?? attribute(name), fontSize) ?? Infinity;
    if (Math.min(side("width"), side("height")) < leastFontSize) hide("zero-size");
  }
  const security = value("-webkit-text-security")?.toLowerCase();
  if (security !== undefined && security !== "none") hide("visibility");
  const scale = parent.scale * scaleOf(transforms, value("scale"), value("zoom"), value("rotate"));
  const shadowText = value("text-shadow");
  return {
    gone,
    display,
    hiddenVisibility:
      visibility === undefined ? parent.hiddenVisibility : visibility === "hidden" || visibility === "collapse",
    msoHide: value("mso-hide") === undefined ? parent.msoHide : /^(?:all|screen)$/i.test(value("mso-hide")!),
    fontSize,
    scale,
    opacity,
    color,
    fill: fillOf(
      value("-webkit-text-fill-color"),
      value("fill") ?? attribute("fill"),
      value("fill-opacity") ?? attribute("fill-opacity"),
      color,
      parent,
      isSvg,
    ),
    shadow:
      shadowText === undefined ? parent.shadow : shadowText === "none" ? undefined : (colorIn(shadowText) ?? color),
    ...ground,
    cutOut:
      [value("background-clip"), value("-webkit-background-clip")].some((clip) => clip?.toLowerCase() === "text") ||
      (parent.cutOut && isInline),
    textIndent,
    lineHeight,
    clipsLines: parent.clipsLines || (clipsY && !isInline),
    room,
    container: positioned ? (isWide(display, out, value("width")) ? "wide" : "box") : parent.container,
    nowrap: whiteSpace === undefined ? parent.nowrap : /^(?:nowrap|pre)$/.test(whiteSpace),
    preserved:
      whiteSpace === undefined
        ? parent.preserved || ["pre", "textarea", "listing", "xmp", "plaintext"].includes(element.name)
        : /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(whiteSpace),
    letterSpacing,
    variables: declared.variables,
  };
}

/** Longer style attributes are read so far; what follows could only show what stands before. */
const longestStyle = 50_000;
/** Boxes of this size (CSS pixels) show nothing of a text. */
const smallestBox = 2;

function isClipped(overflow: string | undefined): boolean {
  return overflow !== undefined && /^(?:hidden|clip|scroll|auto|overlay)$/i.test(overflow);
}

function isCut(overflow: string | undefined): boolean {
  return overflow !== undefined && /^(?:hidden|clip)$/i.test(overflow);
}

function leastOf(one: number | undefined, other: number | undefined): number {
  return Math.min(one ?? Infinity, other ?? Infinity);
}

/** A box that goes from one side of the page to the other. */
function isWide(display: string, out: boolean, width: string | undefined): boolean {
  return !out && !display.startsWith("inline") && (width === undefined || /^(?:auto|100%)$/i.test(width));
}

interface Cascaded {
  values: ReadonlyMap<string, string>;
  variables: ReadonlyMap<string, string>;
}

const none: Cascaded = { values: new Map(), variables: new Map() };

/** What is declared for an element, by property, the strongest of each (CSS Cascade 5). */
function cascade(
  rules: readonly WeighedDeclaration[],
  inline: readonly { property: string; value: string; important: boolean }[],
  inherited: ReadonlyMap<string, string>,
): Cascaded {
  if (rules.length === 0 && inline.length === 0) return { ...none, variables: inherited };
  const all = [
    ...rules.map((rule, index) => ({ ...rule, index, inline: false })),
    ...inline.map((rule, index) => ({ ...rule, index, inline: true, layered: false, specificity: 0, order: 0 })),
  ];
  // Important declarations of layers are stronger than others, plain ones weaker.
  const rank = (one: (typeof all)[number]): number =>
    one.important ? (one.inline ? 4 : one.layered ? 6 : 5) : one.inline ? 2 : one.layered ? 0 : 1;
  const strength = (one: (typeof all)[number]): number => (one.important && one.inline ? 5.5 : rank(one));
  all.sort(
    (a, b) => strength(a) - strength(b) || a.specificity - b.specificity || a.order - b.order || a.index - b.index,
  );
  let variables: Map<string, string> | undefined;
  for (const { property, value } of all) {
    if (!property.startsWith("--")) continue;
    variables ??= new Map(inherited);
    if (variables.size < mostVariables) variables.set(property, value);
  }
  const known = variables ?? inherited;
  const values = new Map<string, string>();
  for (const { property, value } of all) {
    if (property.startsWith("--")) continue;
    const text = /\bvar\(/i.test(value) ? substitute(value, known) : value;
    if (text === undefined) continue;
    for (const [name, word] of longhands(property, text)) if (isValidValue(name, word)) values.set(name, word);
  }
  return { values, variables: known };
}

const mostVariables = 500;
const deepestVariable = 12;

/** Puts variables in (CSS Variables 1); undefined where one has no value, or where they grow without end. */
function substitute(value: string, variables: ReadonlyMap<string, string>, depth = 0): string | undefined {
  if (depth > deepestVariable || value.length > longestValue) return undefined;
  const start = /\bvar\(/i.exec(value);
  if (start === null) return value;
  let level = 1;
  let end = start.index + start[0].length;
  while (end < value.length && level > 0) {
    if (value[end] === "(") level += 1;
    else if (value[end] === ")") level -= 1;
    end += 1;
  }
  const inside = value.slice(start.index + start[0].length, level === 0 ? end - 1 : end);
  const comma = inside.indexOf(",");
  const name = (comma === -1 ? inside : inside.slice(0, comma)).trim();
  const found = variables.get(name) ?? (comma === -1 ? undefined : inside.slice(comma + 1).trim());
  if (found === undefined) return undefined;
  return substitute(value.slice(0, start.index) + found + value.slice(end), variables, depth + 1);
}

/** A declared value; undefined where nothing of its own is declared. `all: initial` and the like reset nothing that hides. */
function resolved(values: ReadonlyMap<string, string>, property: string): string | undefined {
  const value = values.get(property);
  if (value === undefined) return undefined;
  return /^(?:unset|revert|revert-layer|inherit)$/i.test(value) ? inheritedValue(property, value) : value;
}

const inheritedProperties = new Set([
  "color",
  "visibility",
  "font-size",
  "text-indent",
  "line-height",
  "text-shadow",
  "white-space",
  "letter-spacing",
  "fill",
  "mso-hide",
]);

/** "inherit" of what is inherited anyway is as if nothing was declared. */
function inheritedValue(property: string, value: string): string | undefined {
  if (inheritedProperties.has(property)) return property === "color" ? "inherit" : undefined;
  return value.toLowerCase() === "inherit" ? undefined : undefined;
}

function portion(text: string): number | undefined {
  const word = text.trim();
  const value = numberOf(word.replace(/%$/, "")) ?? lengthOf(word, { em: 16, rem: 16 });
  return value === undefined ? undefined : word.endsWith("%") ? value / 100 : value;
}

function pixelsOnly(text: string | undefined, em: number): number | undefined {
  return text === undefined || text.includes("%") ? undefined : lengthOf(text, { em, rem: 16 });
}

function isHiddenByAttribute(element: Element, display: string | undefined): boolean {
  return display === undefined && attributeOf(element, "hidden") !== undefined;
}

function textColor(element: Element, declared: string | undefined, parent: Style): Color {
  const word = declared?.toLowerCase();
  if (word !== undefined && word !== "inherit" && word !== "currentcolor") {
    if (word === "initial") return black;
    return colorValue(word) ?? parent.color;
  }
  if (word === undefined) {
    const attribute =
      element.name === "font" || element.name === "basefont"
        ? attributeOf(element, "color")
        : element.name === "body"
          ? attributeOf(element, "text")
          : undefined;
    const legacy = attribute === undefined ? undefined : parseLegacyColor(attribute);
    if (legacy !== undefined) return legacy;
    if (element.name === "a" && attributeOf(element, "href") !== undefined) return linkColor;
    if (element.name === "mark") return black;
    if (["button", "input", "select", "textarea", "option"].includes(element.name)) return black;
  }
  return parent.color;
}

const linkColor: Color = { red: 0, green: 0, blue: 238, alpha: 1 };

/** A colour, also one that is mixed of two or chosen by the theme. */
function colorValue(text: string): Color | undefined {
  const plain = parseColor(text);
  if (plain !== undefined) return plain;
  const call = /^(light-dark|color-mix)\(([^]*)\)$/i.exec(text.trim());
  if (call === null) return undefined;
  const parts = splitArguments(call[2]!, ",");
  if (call[1]!.toLowerCase() === "light-dark") return colorIn(parts[0] ?? "");
  const [one, other] = parts
    .slice(1)
    .map((part) => ({ color: colorIn(part), share: /(\d+(?:\.\d+)?)%/.exec(part)?.[1] }));
  if (one?.color === undefined || other?.color === undefined) return undefined;
  const share =
    one.share !== undefined ? Number(one.share) / 100 : other.share !== undefined ? 1 - Number(other.share) / 100 : 0.5;
  const mix = (a: number, b: number): number => a * share + b * (1 - share);
  return {
    red: mix(one.color.red, other.color.red),
    green: mix(one.color.green, other.color.green),
    blue: mix(one.color.blue, other.color.blue),
    alpha: mix(one.color.alpha, other.color.alpha),
  };
}

const mostGrounds = 8;

function groundOf(
  element: Element,
  parent: Style,
  declaredColor: string | undefined,
  declaredImage: string | undefined,
  color: Color,
): Pick<Style, "grounds" | "picture"> {
  const attribute = attributeOf(element, "bgcolor");
  const over =
    declaredColor === undefined
      ? attribute === undefined
        ? element.name === "mark"
          ? { red: 255, green: 255, blue: 0, alpha: 1 }
          : element.name === "button"
            ? { red: 239, green: 239, blue: 239, alpha: 1 }
            : ["input", "select", "textarea"].includes(element.name)
              ? white
              : undefined
        : parseLegacyColor(attribute)
      : declaredColor.toLowerCase() === "currentcolor"
        ? color
        : (colorValue(declaredColor) ?? (declaredColor === "initial" ? transparent : undefined));
  let { grounds, picture } = parent;
  if (over !== undefined && over.alpha > 0) {
    grounds = grounds.map((ground) => composite(over, ground));
    if (over.alpha > 0.95) picture = false;
  }
  const image = declaredImage ?? imageAttribute(element);
  if (image !== undefined && image.toLowerCase() !== "none") {
    const stops = gradientColors(image);
    if (/(?:url|image|image-set|element|cross-fade|paint)\(\s*["']?\s*[^\s"')]/i.test(image)) picture = true;
    else if (stops.length > 0) grounds = stops.slice(0, mostGrounds).map((stop) => composite(stop, grounds[0]!));
  }
  return { grounds, picture };
}

function imageAttribute(element: Element): string | undefined {
  if (!["body", "table", "td", "th", "tr", "tbody", "thead", "tfoot"].includes(element.name)) return undefined;
  const address = attributeOf(element, "background")?.trim();
  return address === undefined || address === "" ? undefined : `url(${JSON.stringify(address)})`;
}

function fillOf(
  textFill: string | undefined,
  svgFill: string | undefined,
  fillOpacity: string | undefined,
  color: Color,
  parent: Style,
  isSvg: boolean,
): Color | undefined {
  if (isSvg) {
    const word = svgFill?.toLowerCase();
    const base =
      word === undefined
        ? (parent.fill ?? black)
        : word === "none"
          ? transparent
          : word === "currentcolor"
            ? color
            : (colorValue(word) ?? black);
    const alpha = fillOpacity === undefined ? 1 : (portion(fillOpacity) ?? 1);
    return alpha === 1 ? base : { ...base, alpha: base.alpha * alpha };
  }
  const word = textFill?.toLowerCase();
  if (word === undefined) return parent.fill;
  return word === "currentcolor" || word === "initial" ? undefined : colorValue(word);
}

function lineHeightOf(text: string | undefined, fontSize: number, inherited: number | undefined): number | undefined {
  if (text === undefined) return inherited;
  const word = text.toLowerCase();
  if (word === "normal" || word === "initial") return undefined;
  const factor = numberOf(word);
  if (factor !== undefined) return factor * fontSize;
  return lengthOf(word, { em: fontSize, rem: 16, whole: fontSize }) ?? inherited;
}

/** SVG text far outside of its picture. */
function isFarOut(element: Element): boolean {
  if (element.name !== "text" && element.name !== "tspan") return false;
  return ["x", "y", "dx", "dy"].some((name) => {
    const value = Number.parseFloat(attributeOf(element, name) ?? "0");
    return value <= -100 || value >= 5_000;
  });
}
