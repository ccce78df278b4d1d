import { lengthOf } from "./css-length";
import { colorNames } from "./color-names";

const keywords = /^(?:inherit|initial|unset|revert|revert-layer)$/i;
const displays =
  /^(?:none|inline|block|inline-block|flex|inline-flex|grid|inline-grid|table|inline-table|table-(?:row|cell|caption|column|row-group|column-group|header-group|footer-group)|list-item|contents|flow-root|run-in|ruby(?:-base|-text)?|math|-webkit-(?:inline-)?(?:box|flex)|(?:block|inline)\s+(?:flow|flow-root|flex|grid|table|ruby))$/i;
const lengthWords =
  /^(?:auto|none|normal|min-content|max-content|fit-content|-webkit-fill-available|-webkit-min-content|-webkit-max-content|stretch|fit-content\(.*\)|anchor.*\(.*\))$/i;
const fontSizeWords = /^(?:xx-small|x-small|small|medium|large|x-large|xx-large|xxx-large|smaller|larger|math)$/i;
const lengths = new Set(
  "left right top bottom text-indent margin-left margin-top margin-right width height max-width max-height min-width min-height padding-top padding-right padding-bottom padding-left letter-spacing word-spacing".split(
    " ",
  ),
);

/** Bare numbers from which a text is off the screen or too small: taken as pixels, which some programs do. */
const hidingNumber = { offset: -200, size: 4 };

/**
 * False for a value that browsers pass over, so that what was declared before it holds. A hidden text must not show here
 * because of a declaration that does nothing elsewhere.
 */
export function isValidValue(property: string, value: string): boolean {
  if (value === "") return false;
  if (keywords.test(value)) return true;
  switch (property) {
    case "display":
      return displays.test(value);
    case "visibility":
      return /^(?:visible|hidden|collapse)$/i.test(value);
    case "position":
      return /^(?:static|relative|absolute|fixed|sticky|-webkit-sticky)$/i.test(value);
    case "overflow-x":
    case "overflow-y":
      return /^(?:visible|hidden|clip|scroll|auto|overlay)$/i.test(value);
    case "opacity":
    case "fill-opacity":
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/i.test(value) || /^calc\(/i.test(value);
    case "color":
    case "background-color":
    case "-webkit-text-fill-color":
    case "fill":
      return isColorLike(value);
    case "font-size":
      return fontSizeWords.test(value) || isLength(value, true);
    case "white-space":
      return /^(?:normal|nowrap|pre|pre-wrap|pre-line|break-spaces|collapse|preserve.*|wrap|balance)$/i.test(value);
    default:
      return lengths.has(property) ? lengthWords.test(value) || isLength(value, false) : true;
  }
}

function isColorLike(value: string): boolean {
  if (value.startsWith("#")) return /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value);
  return (
    /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\([^]*\)$/i.test(value) || isColorName(value)
  );
}

function isColorName(value: string): boolean {
  return /^(?:currentcolor|transparent|none)$/i.test(value) || colorNames.has(value.toLowerCase());
}

function isLength(value: string, isSize: boolean): boolean {
  const length = lengthOf(value, { em: 16, rem: 16, whole: 100 });
  if (length === undefined || (isSize && length < 0)) return false;
  const isBare = /^[+-]?[\d.]+$/.test(value) && length !== 0;
  return !isBare || (isSize ? length < hidingNumber.size : length <= hidingNumber.offset);
}
