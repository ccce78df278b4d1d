import type { Element } from "domhandler";
import { composite, gradients, parseLegacyColor, transparent, white, type Color } from "./color";
import { splitArguments } from "./css-text";
import { attributeOf } from "./parse-tree";
import { colorValue } from "./text-paint";

/** What may lie behind a text. */
export interface Ground {
  /** One opaque colour, or those of a gradient. */
  grounds: readonly Color[];
  /** A picture, whose colours nobody knows. */
  picture: boolean;
}

/** What is declared of a background, or undefined. */
export interface DeclaredGround {
  color: string | undefined;
  image: string | undefined;
  size: string | undefined;
  repeat: string | undefined;
}

const mostGrounds = 8;
/** Opacity from which a colour lets nothing through. */
export const opaqueFrom = 0.95;

/** The ground of an element: its own background upon what lies behind it. */
export function groundOf(element: Element, behind: Ground, declared: DeclaredGround, color: Color): Ground {
  const over = colorOver(element, declared.color, color);
  let { grounds, picture } = behind;
  if (over !== undefined && over.alpha > 0) {
    grounds = grounds.map((ground) => composite(over, ground));
    if (over.alpha > opaqueFrom) picture = false;
  }
  const image = declared.image ?? imageAttribute(element);
  if (image === undefined || image.toLowerCase() === "none" || isNoSize(declared)) return { grounds, picture };
  if (hasPicture(image)) return { grounds, picture: true };
  for (const stops of gradients(image).reverse()) {
    // What is not opaque lets every ground through; one stands for all.
    grounds = stops.slice(0, mostGrounds).map((stop) => composite(stop, grounds[0]!));
    if (stops.every(({ alpha }) => alpha > opaqueFrom)) picture = false;
  }
  return { grounds, picture };
}

/** True where an element paints a colour or gradient of its own that lets nothing through. */
export function isOpaqueGround(element: Element, declared: DeclaredGround, color: Color): boolean {
  const over = colorOver(element, declared.color, color);
  if (over !== undefined && over.alpha > opaqueFrom) return true;
  const image = declared.image ?? "none";
  if (hasPicture(image) || isNoSize(declared)) return false;
  return gradients(image).some((stops) => stops.length > 0 && stops.every(({ alpha }) => alpha > opaqueFrom));
}

function colorOver(element: Element, declared: string | undefined, color: Color): Color | undefined {
  if (declared !== undefined) {
    if (declared.toLowerCase() === "currentcolor") return color;
    return colorValue(declared) ?? (declared === "initial" ? transparent : undefined);
  }
  const attribute = attributeOf(element, "bgcolor");
  if (attribute !== undefined) return parseLegacyColor(attribute);
  switch (element.name) {
    case "mark":
      return { red: 255, green: 255, blue: 0, alpha: 1 };
    case "button":
      return { red: 239, green: 239, blue: 239, alpha: 1 };
    case "input":
    case "select":
    case "textarea":
      return white;
    default:
      return undefined;
  }
}

/** A picture of one transparent point, which old pages space with, is none. */
const spacer = /^url\(\s*["']?data:image\/gif;base64,[\w+/=]{0,90}["']?\s*\)$/i;

function hasPicture(image: string): boolean {
  return (
    /(?:url|image|image-set|element|cross-fade|paint)\(\s*["']?\s*[^\s"')]/i.test(image) && !spacer.test(image.trim())
  );
}

/** A picture or gradient that is drawn once, as large as a point or less. */
function isNoSize({ size, repeat }: DeclaredGround): boolean {
  const sides = splitArguments(size ?? "", " ").map((side) => /^([\d.]+)(?:px)?$/i.exec(side)?.[1]);
  const isOnce = /no-repeat/i.test(repeat ?? "");
  return sides.some((side) => side !== undefined && Number(side) <= (isOnce ? 2 : 0));
}

function imageAttribute(element: Element): string | undefined {
  if (!["body", "table", "td", "th", "tr", "tbody", "thead", "tfoot"].includes(element.name)) return undefined;
  const address = attributeOf(element, "background")?.trim();
  return address === undefined || address === "" ? undefined : `url(${JSON.stringify(address)})`;
}
