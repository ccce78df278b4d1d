import type { Element } from "domhandler";
import type { Ground } from "./ground";
import type { Style } from "./style";

/** A box that lies over the whole of another, as over a sheet of paper (CSS 2.2, appendix E). */
export interface Layer extends Ground {
  /** Undefined for what a style sheet puts before or behind an element's content. */
  element: Element | undefined;
  /** Its `z-index`, and where it stands among boxes of the same. */
  depth: number;
  order: number;
  /** Nothing under it shows. */
  opaque: boolean;
  /** It stays over the page however that is scrolled. */
  fixed: boolean;
}

/** The layers of a page. */
export interface PageLayers {
  /** By the box that they lie over; undefined for the page itself. */
  over: ReadonlyMap<Element | undefined, readonly Layer[]>;
  /** By the box beside them that they are drawn over. */
  beside: ReadonlyMap<Element, readonly Layer[]>;
  order: ReadonlyMap<Element, number>;
}

/** What the layers around a box are to it. */
export interface LayeredBox {
  /** Those that may lie over its text. */
  layers: readonly Layer[];
  /** What lies under it; undefined where it has no layer of its own above another. */
  ground: Ground | undefined;
  covered: boolean;
}

/** Which layers lie over a box, and which under it. */
export function layeredBox(element: Element, style: Style, isOut: boolean, page: PageLayers): LayeredBox {
  const order = page.order.get(element) ?? Infinity;
  const layers: Layer[] = [];
  let ground: Ground | undefined;
  let covered = false;
  for (const layer of [...style.layers, ...(page.beside.get(element) ?? [])]) {
    if (layer.element === element) continue;
    const isAbove =
      style.layer !== undefined && (style.layer > layer.depth || (style.layer === layer.depth && order > layer.order));
    if (isAbove) {
      if (layer.opaque || layer.picture) ground = layer;
    } else if (isOut && !layer.fixed) {
      // It may stand anywhere, so nobody knows whether the layer reaches it.
    } else {
      if (layer.opaque && style.stacks) covered = true;
      layers.push(layer);
    }
  }
  return { layers, ground: ground && { grounds: ground.grounds, picture: ground.picture }, covered };
}

/** The style of a box for what stands in it, with the layers that lie over it. Those below nought are its ground. */
export function withLayers(style: Style, own: readonly Layer[]): Style {
  if (own.length === 0) return style;
  const below = own.filter(({ depth }) => depth < 0).at(-1);
  const ground =
    below === undefined || !(style.stacks || !style.opaque) || !(below.opaque || below.picture)
      ? {}
      : { grounds: below.grounds, picture: below.picture, blockGround: below };
  return { ...style, ...ground, layers: [...style.layers, ...own.filter(({ depth }) => depth >= 0)] };
}
