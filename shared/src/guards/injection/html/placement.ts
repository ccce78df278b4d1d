import { callsOf, lengthOf, screenSize, type LengthContext } from "./css-length";
import { numberOf, splitArguments } from "./css-text";

/** Distances (CSS pixels) from which a box lies outside of what its reader sees. */
const offLeft = -300;
const offRight = 2_000;
/** Negative margins are used for layouts too, within this. */
const offMargin = -400;

/** Lengths in CSS pixels; undefined where nothing is declared. */
export interface Shifts {
  left?: number | undefined;
  right?: number | undefined;
  top?: number | undefined;
  bottom?: number | undefined;
}

/** Where a box is put beside the place that it has in the flow of the page. */
export interface Placement {
  /** Offsets of a positioned box. */
  shift: Shifts;
  margin: Shifts;
  padding: { top: number; left: number };
  moves: Moves;
  /** `absolute` or `fixed`. */
  out: boolean;
  fixed: boolean;
  /** The parent cuts off what leaves it. */
  parentClips: boolean;
  /** Known width of the box. */
  width: number | undefined;
  /** Its text does not begin at its left side. */
  isAligned: boolean;
}

/** What transforms and `translate` move a box by: CSS pixels, and shares of its own size. */
export interface Moves {
  x: number;
  y: number;
  xShare: number;
  yShare: number;
}

/** True when offsets, margins and moves, taken together, put a box outside of the page. */
export function isOffScreen({ shift, margin, padding, moves, ...box }: Placement): boolean {
  const { left, right, top, bottom } = shift;
  const isSet = left !== undefined || right !== undefined;
  const aside = left ?? (right === undefined ? 0 : -right);
  const x = (margin.left ?? 0) + moves.x + padding.left + aside;
  const fromRight = left === undefined && right !== undefined && box.out;
  // A box that hangs on the right side and is moved: how far beyond that side.
  if (
    fromRight ? x >= -offLeft || x <= -offRight : x <= (isSet || moves.x !== 0 ? offLeft : offMargin) || x >= offRight
  )
    if (!(box.isAligned && box.width !== undefined && x + box.width > 0)) return true;
  if (box.parentClips && !box.out && box.width !== undefined && x - padding.left + box.width <= 0) return true;
  const y = (top ?? 0) + (margin.top ?? 0) + moves.y + padding.top;
  if (y <= (top === undefined && moves.y === 0 ? offMargin : offLeft) || y >= offRight * 50) return true;
  if (bottom !== undefined && top === undefined && (bottom <= offLeft || bottom >= offRight * 50)) return true;
  return isWholeBoxAway({ shift, margin, padding, moves, ...box }, x - moves.x);
}

/** True when a box is moved by its whole size to where nothing of it is seen. A share is one of the box itself. */
function isWholeBoxAway({ shift, moves, ...box }: Placement, x: number): boolean {
  const { right, top, bottom } = shift;
  if (moves.xShare <= -1 && x + moves.x <= 0 && (shift.left !== undefined || right === undefined)) return true;
  if (moves.xShare >= 1 && right !== undefined && right <= 0 && box.fixed) return true;
  if (moves.yShare <= -1 && (box.parentClips || (box.out && top !== undefined)) && (top ?? 0) + moves.y <= 0)
    return true;
  if (moves.yShare >= 1) return (box.fixed && bottom !== undefined && bottom <= 0) || (box.parentClips && !box.out);
  return moves.xShare >= 1 && box.parentClips && !box.out && (right ?? 0) <= 0;
}

/** Sum of what moves a box. */
export function movesOf(transforms: readonly string[], translate: string | undefined, em: number): Moves {
  const sum: Moves = { x: 0, y: 0, xShare: 0, yShare: 0 };
  const add = (text: string | undefined, side: "x" | "y"): void => {
    if (text === undefined) return;
    const share = /^([+-]?[\d.]+)%$/.exec(text.trim())?.[1];
    if (share !== undefined) sum[`${side}Share`] += Number(share) / 100;
    else sum[side] += lengthOf(text, { em, rem: 16, whole: screenSize.width / 2 }) ?? 0;
  };
  for (const { name, values } of transforms.flatMap((transform) => callsOf(transform))) {
    if (name === "translate" || name === "translate3d") {
      add(values[0], "x");
      add(values[1], "y");
    } else if (name === "translatex") add(values[0], "x");
    else if (name === "translatey") add(values[0], "y");
    else if (name === "matrix") {
      add(values[4], "x");
      add(values[5], "y");
    } else if (name === "matrix3d") {
      add(values[12], "x");
      add(values[13], "y");
    }
  }
  const [x, y] = translate === undefined ? [] : splitArguments(translate, " ");
  if (x !== "none") add(x, "x");
  add(y, "y");
  return sum;
}

/** How much smaller transforms, `scale` and `zoom` make a text; 0 where it is turned away from its reader. */
export function scaleOf(
  transforms: readonly string[],
  scale: string | undefined,
  zoom: string | undefined,
  rotate: string | undefined,
): number {
  let factor = 1;
  for (const { name, values } of transforms.flatMap((transform) => callsOf(transform)))
    factor *= factorOf(name, values);
  if (scale !== undefined) factor *= factorOf("scale", splitArguments(scale, " "));
  if (zoom !== undefined) {
    const value = ratio(zoom);
    // Nought stands for 1 (CSS Viewport 1, zoom).
    if (value !== undefined && value !== 0) factor *= value;
  }
  if (rotate !== undefined && /^[xy]\s+(?:90|270|-90)deg$/i.test(rotate.trim())) factor = 0;
  return factor;
}

function factorOf(name: string, values: readonly string[]): number {
  const at = (index: number): number => {
    const value = values[index] === undefined ? undefined : ratio(values[index]);
    return value === undefined ? 1 : Math.abs(value);
  };
  switch (name) {
    case "scale":
    case "scale3d":
      return Math.min(at(0), values[1] === undefined ? at(0) : at(1));
    case "scalex":
    case "scaley":
      return at(0);
    case "matrix": {
      const [a, b, c, d] = [0, 1, 2, 3].map((index) => Number.parseFloat(values[index] ?? ""));
      const area = Math.abs(a! * d! - b! * c!);
      return Number.isFinite(area) ? Math.min(Math.hypot(a!, b!), Math.hypot(c!, d!), area === 0 ? 0 : Infinity) : 1;
    }
    case "rotatex":
    case "rotatey":
      return /^[+-]?(?:90|270)deg$|^[+-]?0?\.(?:25|75)turn$/.test(values[0]?.toLowerCase() ?? "") ? 0 : 1;
    case "skew":
    case "skewx":
    case "skewy":
      return values.some((value) => isFlat(/^([+-]?[\d.]+)deg$/i.exec(value)?.[1])) ? 0 : 1;
    default:
      return 1;
  }
}

/** A slant of nearly 90 degrees, which makes a line of a box. */
function isFlat(degrees: string | undefined): boolean {
  return degrees !== undefined && Math.abs((((Number(degrees) % 180) + 180) % 180) - 90) < 2;
}

/** True when a box shows its back. */
export function isTurnedAway(transforms: readonly string[], rotate: string | undefined): boolean {
  const turned = transforms
    .flatMap((transform) => callsOf(transform))
    .filter(({ name }) => name === "rotatex" || name === "rotatey")
    .map(({ values }) => degreesOf(values[0]));
  const own = /^[xy]\s+(\S+)$/i.exec(rotate?.trim() ?? "")?.[1];
  if (own !== undefined) turned.push(degreesOf(own));
  const facing = turned.reduce((product, degrees) => product * Math.cos((degrees * Math.PI) / 180), 1);
  return facing < -0.01;
}

function degreesOf(text: string | undefined): number {
  const match = /^([+-]?[\d.]+)(deg|turn|rad|grad)$/i.exec(text?.trim() ?? "");
  if (match === null) return 0;
  return Number(match[1]) * { deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 }[match[2]!.toLowerCase() as "deg"];
}

function ratio(text: string): number | undefined {
  const word = text.trim();
  const value = numberOf(word.replace(/%$/, ""));
  return value === undefined ? undefined : word.endsWith("%") ? value / 100 : value;
}

/** Product of the opacities that filters bring, 0 where they leave nothing to read. */
export function faded(filters: readonly (string | undefined)[]): number {
  let opacity = 1;
  for (const filter of filters) {
    if (filter === undefined) continue;
    // Internet Explorer's: alpha(opacity=0), progid:DXImageTransform.Microsoft.Alpha(Opacity=0).
    const old = /alpha\s*\(\s*[^)]{0,60}?opacity\s*=\s*(\d+(?:\.\d+)?)/i.exec(filter)?.[1];
    if (old !== undefined) opacity *= Number(old) / 100;
    for (const { name, values } of callsOf(filter)) {
      const value = ratio(values[0] ?? "");
      if (name === "opacity" && value !== undefined) opacity *= Math.max(0, Math.min(1, value));
      if (name === "blur" && (lengthOf(values[0] ?? "", { em: 16, rem: 16 }) ?? 0) >= unreadableBlur) opacity = 0;
    }
  }
  return opacity;
}

/** Radius (CSS pixels) from which body text cannot be read. */
const unreadableBlur = 6;
/** Visible strip (CSS pixels) that shows nothing of a text. */
const smallestStrip = 2;
/** Share (per cent) of a box that shows at most a sign of its text. */
const smallestShare = 15;

/** True for a `clip` or `clip-path` that leaves nothing of a box. */
export function clipsEverything(clip: string | undefined, em: number): boolean {
  if (clip === undefined) return false;
  // A box of unknown size: a hundred pixels stand for all of it, so that shares and lengths can be compared.
  const context: LengthContext = { em, rem: 16, whole: 100 };
  const call = callsOf(clip)[0];
  if (call === undefined) return false;
  const values = call.values.filter((word) => word !== "at" && word !== "round");
  const lengths = values.map((word) => lengthOf(word, context));
  switch (call.name) {
    case "rect": {
      const [top = 0, right, bottom, left = 0] = lengths;
      if (right !== undefined && right - left <= smallestStrip) return true;
      return bottom !== undefined && bottom - top <= smallestStrip;
    }
    case "xywh":
      return (lengths[2] ?? 100) <= smallestStrip || (lengths[3] ?? 100) <= smallestStrip;
    case "inset": {
      const round = call.values.indexOf("round");
      const sides = (round === -1 ? call.values : call.values.slice(0, round)).map(
        (word) => lengthOf(word, context) ?? 0,
      );
      const [top = 0, right = top, bottom = top, left = right] = sides;
      return top + bottom >= 100 - smallestShare || left + right >= 100 - smallestShare;
    }
    case "circle":
      return (lengths[0] ?? 100) <= smallestShare / 1.5;
    case "ellipse":
      return (lengths[0] ?? 100) <= smallestStrip || (lengths[1] ?? 100) <= smallestStrip;
    case "polygon": {
      const points = lengths.filter((length) => length !== undefined);
      const xs = points.filter((_, index) => index % 2 === 0);
      const ys = points.filter((_, index) => index % 2 === 1);
      return xs.length > 0 && (spread(xs) <= smallestShare || spread(ys) <= smallestShare);
    }
    default:
      return false;
  }
}

function spread(values: readonly number[]): number {
  return (
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  );
}
