import type { HiddenReason } from "../hidden-text";
import { composite, isNear, type Color } from "./color";
import { screenSize } from "./css-length";
import { opaqueFrom } from "./ground";
import { leastFontSize, leastOpacity } from "./least-sizes";
import { isCutAway } from "./room";
import type { Style } from "./style";

/**
 * Why the text in a box of this style is not seen; undefined where it is.
 * @param isFirstLine false for a line that `text-indent` does not move
 */
export function hidingReason(style: Style, isFirstLine: boolean): HiddenReason | undefined {
  if (style.gone !== undefined) return style.gone;
  if (style.emptied) return "zero-size";
  if (style.hiddenVisibility) return "visibility";
  if (style.fontSize * style.scale * style.adjusted < leastFontSize) return "tiny";
  const indent = isFirstLine ? style.lineIndent : 0;
  if (indent <= -300 || indent >= screenSize.width * 0.9 || style.wordSpacing <= -300) return "off-screen";
  if (style.clipsLines && style.lineHeight !== undefined && style.lineHeight <= 1) return "zero-size";
  if (isCutAway({ ...style, textIndent: indent })) return "zero-size";
  if (style.letterSpacing <= -0.7 * style.fontSize) return "tiny";
  if (style.layers.some(({ opaque }) => opaque)) return "covered";
  return isUnreadable(style) ? (style.opacity < leastOpacity * 2 ? "opacity" : "color") : undefined;
}

function isUnreadable({ color, fill, stroke, shadow, picture, opacity, cut, ...style }: Style): boolean {
  if (picture) return false;
  const { tint } = style;
  const grounds = tint !== undefined && style.groundTinted ? style.grounds.map(tint) : style.grounds;
  const paint = fill ?? color;
  const isLost = (one: Color): boolean => {
    const tinted = tint === undefined ? one : tint(one);
    const shown = { ...tinted, alpha: tinted.alpha * opacity };
    return grounds.every((ground) => isNear(composite(shown, ground), ground));
  };
  if (cut !== undefined && paint.alpha < opaqueFrom) {
    if (cut.picture) return false;
    if (!cut.grounds.every((one) => isLost(one.alpha === 0 ? paint : composite(paint, one)))) return false;
  } else if (!isLost(paint)) return false;
  return (shadow === undefined || isLost(shadow)) && (stroke === undefined || isLost(stroke));
}
