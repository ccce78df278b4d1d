import type { Element } from "domhandler";
import { black, colorIn, parseColor, parseLegacyColor, transparent, type Color } from "./color";
import { lengthOf } from "./css-length";
import { numberOf, splitArguments } from "./css-text";
import { attributeOf } from "./parse-tree";

/** A number or a share, 1 for "100%"; undefined for anything else. */
export function portion(text: string): number | undefined {
  const word = text.trim();
  const value = numberOf(word.replace(/%$/, "")) ?? lengthOf(word, { em: 16, rem: 16 });
  return value === undefined ? undefined : word.endsWith("%") ? value / 100 : value;
}

/** Colours that the attributes of `body` give. */
export interface PageColors {
  link?: Color | undefined;
}

/** The colour of an element's text: declared, by attribute, of links and fields, else inherited. */
export function textColor(element: Element, declared: string | undefined, inherited: Color, body: PageColors): Color {
  const word = declared?.toLowerCase();
  if (word !== undefined && word !== "inherit" && word !== "currentcolor") {
    if (word === "initial") return black;
    return colorValue(word) ?? inherited;
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
    if (element.name === "a" && attributeOf(element, "href") !== undefined) return body.link ?? linkColor;
    if (element.name === "mark") return black;
    if (["button", "input", "select", "textarea", "option"].includes(element.name)) return black;
  }
  return inherited;
}

const linkColor: Color = { red: 0, green: 0, blue: 238, alpha: 1 };

/** A colour, also one that is mixed of two or chosen by the theme. */
export function colorValue(text: string): Color | undefined {
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

/** Colour of the text where it is not `color` (-webkit-text-fill-color, fill of SVG). */
export function fillOf(
  textFill: string | undefined,
  svgFill: string | undefined,
  fillOpacity: string | undefined,
  color: Color,
  inherited: Color | undefined,
  isSvg: boolean,
): Color | undefined {
  if (isSvg) {
    const word = svgFill?.toLowerCase();
    const base =
      word === undefined
        ? (inherited ?? black)
        : word === "none"
          ? transparent
          : word === "currentcolor"
            ? color
            : (colorValue(word) ?? black);
    const alpha = fillOpacity === undefined ? 1 : (portion(fillOpacity) ?? 1);
    return alpha === 1 ? base : { ...base, alpha: base.alpha * alpha };
  }
  const word = textFill?.toLowerCase();
  if (word === undefined) return inherited;
  return word === "currentcolor" || word === "initial" ? undefined : colorValue(word);
}

/** The outline of letters; undefined where there is none. */
export function strokeOf(width: string | undefined, stroke: string | undefined, color: Color): Color | undefined {
  const pixels =
    width === undefined
      ? 0
      : (lengthOf(width, { em: 16, rem: 16 }) ?? (/^(?:thin|medium|thick)$/i.test(width) ? 1 : 0));
  if (pixels <= 0) return undefined;
  return stroke === undefined || stroke.toLowerCase() === "currentcolor" ? color : (colorValue(stroke) ?? color);
}
