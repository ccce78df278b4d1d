/** What clipping boxes leave of the text in them, from where it starts, CSS pixels; Infinity where nothing clips. */
export interface Room {
  width: number;
  height: number;
}

/** The box of an element, all in CSS pixels; Infinity for a width or height that grows with what is in it. */
export interface ClippingBox {
  /** It cuts off what goes over its sides, and cannot be scrolled. */
  clipsX: boolean;
  clipsY: boolean;
  width: number;
  height: number;
  minWidth: number;
  minHeight: number;
  marginTop: number;
  padding: { top: number; right: number; bottom: number; left: number };
  isBorderBox: boolean;
}

/**
 * The room for text in a box within another's. Clipping happens at the edge of the padding (CSS Overflow 3), so padding
 * behind the text shows more of it, and padding or margins before the text push it towards the edge.
 */
export function roomWithin(outer: Room, box: ClippingBox): Room {
  const { padding, isBorderBox } = box;
  const left = (size: number, least: number, before: number, after: number): number => {
    const given = Math.max(size, least);
    return isBorderBox ? Math.max(given, before + after) - before : given + after;
  };
  return {
    width: Math.min(outer.width, box.clipsX ? left(box.width, box.minWidth, padding.left, padding.right) : Infinity),
    height: Math.min(
      outer.height - Math.max(0, box.marginTop) - padding.top,
      box.clipsY ? left(box.height, box.minHeight, padding.top, padding.bottom) : Infinity,
    ),
  };
}

/** Share of a sign that must be within the box to be told from others. */
const leastShare = 0.5;

/** True when the box shows no line, or no sign in a line, of a text. All in CSS pixels. */
export function isCutAway({
  room,
  fontSize,
  lineHeight,
  textIndent,
  nowrap,
}: {
  room: Room;
  fontSize: number;
  lineHeight: number | undefined;
  textIndent: number;
  nowrap: boolean;
}): boolean {
  // Letters stand in the middle of their line.
  const above = Math.max(0, ((lineHeight ?? fontSize * 1.2) - fontSize) / 2);
  const least = fontSize * leastShare;
  return room.height - above < least || room.width - (nowrap ? Math.max(0, textIndent) : 0) < least;
}
