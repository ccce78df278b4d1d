import { isTag, type Element } from "domhandler";
import { lengthOf, screenSize } from "./css-length";
import type { Style } from "./style";

/** True for a positioned box that is as large as the one it hangs on, and shows something of its own. */
export function covers(
  element: Element,
  value: (property: string) => string | undefined,
  { containerSize }: Style,
  fixed: boolean,
  paints: boolean,
): boolean {
  const isPicture =
    /^(?:img|video|svg|canvas)$/.test(element.name) ||
    element.children.some((child) => isTag(child) && child.name === "img");
  if (!paints && !isPicture) return false;
  for (const property of [
    "clip",
    "clip-path",
    "mask",
    "mask-image",
    "-webkit-mask",
    "-webkit-mask-image",
    "border-radius",
  ])
    if (value(property) !== undefined && !/^(?:none|auto)$/i.test(value(property)!)) return false;
  const whole = fixed ? screenSize : containerSize;
  const reaches = (start: string, end: string, side: "width" | "height"): boolean => {
    const isAt = (edge: string): boolean => {
      const text = value(edge);
      return text !== undefined && (lengthOf(text, { em: 16, rem: 16, whole: 100 }) ?? 1) <= 0;
    };
    const size = value(side)?.toLowerCase();
    if (size === undefined || size === "auto") return isAt(start) && isAt(end) && element.name !== "img";
    const share = /^([\d.]+)(?:%|[sld]?v[wh])$/.exec(size)?.[1];
    const isWhole =
      share === undefined
        ? (lengthOf(size, { em: 16, rem: 16 }) ?? 0) >= Math.min(whole[side], screenSize[side])
        : Number(share) >= 100;
    return isWhole && (isAt(start) || isAt(end));
  };
  return reaches("left", "right", "width") && reaches("top", "bottom", "height");
}
