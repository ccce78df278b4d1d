import { isTag, isText, type ChildNode, type Element } from "domhandler";
import { lengthOf, screenSize } from "./css-length";

/** What absolute offsets count from: the page, a positioned box as wide as the page, or a box somewhere in it. */
export type Container = "page" | "wide" | "box";

interface Sides<T> {
  left?: T | undefined;
  right?: T | undefined;
  top?: T | undefined;
  bottom?: T | undefined;
}

/** A box with `position: absolute` or `fixed`; lengths in CSS pixels, undefined where they are not declared. */
export interface PlacedBox {
  element: Element;
  fixed: boolean;
  container: Container;
  /** Size of that box where it cuts off what leaves it, Infinity for a side that nobody knows; undefined for others. */
  cut: { width: number; height: number } | undefined;
  /** As declared. */
  offsets: Sides<string>;
  margins: Sides<number>;
  /** A transform moves it to where nobody knows. */
  moved: boolean;
  width: number | undefined;
  height: number | undefined;
  padding: { top: number; right: number; bottom: number; left: number };
  fontSize: number;
  lineHeight: number | undefined;
}

/** True when a box stands wholly beside what its reader sees: a whole page aside, or as far back as it is wide or high. */
export function isBesideThePage(box: PlacedBox): boolean {
  const { offsets, margins, padding, fontSize, fixed } = box;
  if (box.moved) return false;
  const cut = fixed ? undefined : box.cut;
  const across = fixed || cut !== undefined || box.container !== "box";
  const along = fixed || cut !== undefined || box.container === "page";
  const whole = cut === undefined ? screenSize : { width: known(cut.width), height: known(cut.height) };
  const offset = (side: "left" | "right" | "top" | "bottom"): number | undefined => {
    const text = offsets[side];
    const isAcross = side === "left" || side === "right";
    if (text === undefined || !(isAcross ? across : along)) return undefined;
    const length = lengthOf(text, { em: fontSize, rem: 16, whole: isAcross ? whole.width : whole.height });
    return length === undefined ? undefined : length + (margins[side] ?? 0);
  };
  const left = offset("left");
  const right = offset("right");
  const top = offset("top");
  const bottom = offset("bottom");
  const isAside = (side: "left" | "right" | "top" | "bottom", value: number | undefined, size: number): boolean =>
    value !== undefined &&
    value >= size &&
    (cut !== undefined || /%|\dv(?:w|h|i|b)\b|\d[sld]v[wh]\b/i.test(offsets[side] ?? ""));
  if (isAside("left", left, whole.width) || isAside("top", top, whole.height)) return true;
  if (left === undefined && isAside("right", right, whole.width)) return true;
  if (top === undefined && isAside("bottom", bottom, whole.height)) return true;
  const back = [left, left === undefined ? right : undefined].some((value) => value !== undefined && value < 0);
  // What lies under the page can be scrolled to, unless it stays where the screen ends.
  const low = top === undefined && fixed ? bottom : undefined;
  const up = [top, low].some((value) => value !== undefined && value < 0);
  if (!back && !up) return false;
  const text = textSize(box.element);
  if (text === undefined) return false;
  const width = (box.width ?? text.longest * fontSize) + padding.left + padding.right;
  const lines = text.lines + (text.longest * fontSize) / (box.width ?? screenSize.width);
  const height = (box.height ?? Math.ceil(lines) * (box.lineHeight ?? fontSize * 1.2)) + padding.top + padding.bottom;
  if (back && ((left ?? 0) <= -width || (left === undefined && (right ?? 0) <= -width))) return true;
  return up && ((top ?? 0) <= -height || (low ?? 0) <= -height);
}

/** A size that nobody knows is taken to be large, so that shares of it can be compared. */
function known(size: number): number {
  return Number.isFinite(size) ? size : 1e6;
}

/** Nodes and signs beyond which the size of a text is not estimated. */
const mostNodes = 200;
const mostSigns = 2_000;

/** How many signs the longest line may have, and how many breaks there may be; undefined where pictures or much text stand. */
function textSize(element: Element): { longest: number; lines: number } | undefined {
  let signs = 0;
  let nodes = 0;
  let lines = 0;
  const open: ChildNode[] = [...element.children.slice(0, mostNodes + 1)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nodes += 1;
    if (isText(node)) signs += node.data.trim().length;
    else if (isTag(node)) {
      if (/^(?:img|svg|table|input|textarea|video|canvas|object|select)$/.test(node.name)) return undefined;
      lines += 1;
      open.push(...node.children.slice(0, mostNodes + 1));
    }
    if (nodes > mostNodes || signs > mostSigns) return undefined;
  }
  return { longest: signs, lines };
}
