import { lengthOf, screenSize } from "./css-length";

/** What is declared of a box's size; lengths as they are written. */
export interface BoxSize {
  value(property: string): string | undefined;
  fontSize: number;
  padding: { top: number; right: number; bottom: number; left: number };
  clipsX: boolean;
  clipsY: boolean;
  /** The parent's rows, columns, or flexible boxes. */
  parent: { zeroRows: boolean; zeroColumns: boolean; flexes: boolean };
}

/** Boxes of this size (CSS pixels) show nothing of a text. */
const smallestBox = 2;

/** True when a box that cuts off what leaves it has no room for text, in its height or its width. */
export function isEmptied({ value, fontSize, padding, clipsX, clipsY, parent }: BoxSize): boolean {
  const length = (property: string): number | undefined => {
    const text = value(property);
    return text === undefined ? undefined : lengthOf(text, { em: fontSize, rem: 16, whole: screenSize.width });
  };
  const isBorderBox = value("box-sizing")?.toLowerCase() === "border-box";
  const isLeast = (side: "height" | "width", before: number, after: number): boolean => {
    const given = Math.min(length(side) ?? Infinity, length(`max-${side}`) ?? Infinity);
    const size = Math.max(given, length(`min-${side}`) ?? 0);
    // Clipping happens at the edge of the padding, so that shows text too.
    return (isBorderBox ? Math.max(size, before + after) : size + before + after) <= smallestBox;
  };
  const isLow = isLeast("height", padding.top, padding.bottom);
  const isNarrow = isLeast("width", padding.left, padding.right);
  if ((clipsY && isLow) || (clipsX && isNarrow)) return true;
  // A box that clips in one direction makes the other scroll, unless it clips there too (CSS Overflow 3).
  if ((clipsX || clipsY) && isLow && isNarrow) return true;
  if (!clipsX && !clipsY) return false;
  const upright = padding.top + padding.bottom <= smallestBox && (length("min-height") ?? 0) <= smallestBox;
  const across = padding.left + padding.right <= smallestBox && (length("min-width") ?? 0) <= smallestBox;
  if (/\b(?:size|strict)\b/.test(value("contain") ?? "") && upright && value("height") === undefined) return true;
  if (parent.zeroRows && upright && value("height") === undefined) return true;
  if (parent.zeroColumns && across && value("width") === undefined) return true;
  const basis = value("flex-basis");
  return (
    parent.flexes &&
    across &&
    upright &&
    basis !== undefined &&
    (lengthOf(basis, { em: fontSize, rem: 16, whole: screenSize.width }) ?? Infinity) <= smallestBox &&
    Number.parseFloat(value("flex-grow") ?? "0") === 0
  );
}

/** True for a box whose own background nobody sees, because it is no higher or wider than a line. */
export function paintsNothing({ value, fontSize, padding }: Omit<BoxSize, "parent" | "clipsX" | "clipsY">): boolean {
  const given = (property: string): number =>
    lengthOf(value(property) ?? "auto", { em: fontSize, rem: 16, whole: screenSize.width }) ?? Infinity;
  const isLow =
    Math.max(
      Math.min(given("height"), given("max-height")),
      value("min-height") === undefined ? 0 : given("min-height"),
    ) +
      padding.top +
      padding.bottom <=
    smallestBox;
  const isNarrow =
    Math.max(Math.min(given("width"), given("max-width")), value("min-width") === undefined ? 0 : given("min-width")) +
      padding.left +
      padding.right <=
    smallestBox;
  return isLow || isNarrow;
}

/** True for tracks of a grid that have no size at all: one or more of nought. */
export function hasNoTracks(tracks: string | undefined): boolean {
  return tracks !== undefined && /^\s*(?:0(?:\.0*)?(?:px|fr|em|rem|%)?\s*)+$/i.test(tracks);
}
