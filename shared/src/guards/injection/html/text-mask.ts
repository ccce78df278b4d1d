import { gradientColors } from "./color";
import { leastOpacity } from "./least-sizes";

export function isMasked(value: (property: string) => string | undefined): boolean {
  const sizes = [value("mask-size"), value("-webkit-mask-size")];
  return ["mask", "mask-image", "-webkit-mask", "-webkit-mask-image"].some((mask) => {
    const text = value(mask) ?? "none";
    if (text !== "none" && sizes.some((size) => size !== undefined && /^0(?:px|%)?(?:\s|$)/.test(size))) return true;
    // What a picture lets through nobody knows.
    const stops = /url\(/i.test(text) ? [] : gradientColors(text);
    return stops.length > 0 && stops.every(({ alpha }) => alpha < leastOpacity);
  });
}
