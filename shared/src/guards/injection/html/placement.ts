import { callsOf, lengthOf, screenSize, type LengthContext } from "./css-length";
import { numberOf, splitArguments } from "./css-text";

/** Distances (CSS pixels) from which a box lies outside of what its reader sees. */
const offLeft = -300;
const offRight = 2_000;
/** Negative margins are used for layouts too, within this. */
const offMargin = -400;

export interface Shifts {
  left?: number | undefined;
  right?: number | undefined;
  top?: number | undefined;
  bottom?: number | undefined;
}

/** True when offsets, margins or transforms put a box outside of the page. All in CSS pixels. */
export function isOffScreen(
  shift: Shifts,
  margin: Shifts,
  transforms: readonly string[],
  translate: string | undefined,
  em: number,
): boolean {
  const { left = 0, right = 0, top = 0, bottom = 0 } = shift;
  if (left <= offLeft || top <= offLeft || left >= offRight || right <= offLeft || right >= offRight) return true;
  if (bottom <= offLeft || top >= offRight * 50 || bottom >= offRight * 50) return true;
  if ((margin.left ?? 0) <= offMargin || (margin.top ?? 0) <= offMargin || (margin.left ?? 0) >= offRight) return true;
  const moves = [
    ...transforms.flatMap((transform) => callsOf(transform)),
    ...(translate === undefined ? [] : [{ name: "translate", values: splitArguments(translate, " ") }]),
  ];
  return moves.some(({ name, values }) => movesAway(name, values, em));
}

function movesAway(name: string, values: readonly string[], em: number): boolean {
  const far = (text: string | undefined, whole: number): boolean => {
    const length = text === undefined ? undefined : lengthOf(text, { em, rem: 16, whole });
    return length !== undefined && (length <= offLeft || length >= offRight);
  };
  // A share is one of the box itself, whose size nobody knows: a whole box aside is away from where it was.
  const width = screenSize.width / 2;
  switch (name) {
    case "translate":
    case "translate3d":
      return far(values[0], width) || far(values[1], width);
    case "translatex":
    case "translatey":
      return far(values[0], width);
    case "matrix":
      return far(values[4], width) || far(values[5], width);
    case "matrix3d":
      return far(values[12], width) || far(values[13], width);
    default:
      return false;
  }
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
    if (value !== undefined) factor *= value;
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
    default:
      return 1;
  }
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
      if (name === "contrast" && value !== undefined && value < 0.05) opacity = 0;
      if (name === "blur" && (lengthOf(values[0] ?? "", { em: 16, rem: 16 }) ?? 0) >= unreadableBlur) opacity = 0;
    }
  }
  return opacity;
}

/** Radius (CSS pixels) from which body text cannot be read. */
const unreadableBlur = 6;
/** Visible strip (CSS pixels) that shows nothing of a text. */
const smallestStrip = 2;

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
      return top + bottom >= 100 - smallestStrip / 2 || left + right >= 100 - smallestStrip / 2;
    }
    case "circle":
      return (lengths[0] ?? 100) <= smallestStrip;
    case "ellipse":
      return (lengths[0] ?? 100) <= smallestStrip || (lengths[1] ?? 100) <= smallestStrip;
    case "polygon": {
      const points = lengths.filter((length) => length !== undefined);
      const xs = points.filter((_, index) => index % 2 === 0);
      const ys = points.filter((_, index) => index % 2 === 1);
      return xs.length > 0 && (spread(xs) <= smallestStrip || spread(ys) <= smallestStrip);
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
