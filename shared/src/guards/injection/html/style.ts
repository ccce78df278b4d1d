import type { HiddenReason } from "../hidden-text";
import type { Container } from "./beside-the-page";
import { black, white, type Color } from "./color";
import { screenSize } from "./css-length";
import type { ColorFilter } from "./color-filter";
import type { Ground } from "./ground";
import type { Layer } from "./layers";
import type { ContainerGround } from "./leaves-container";
import type { Room } from "./room";
import type { PageColors } from "./text-paint";

/** What boxes around a text leave of it. */
export interface Enclosure {
  /** What a clipping box leaves of the text from its start, CSS pixels. */
  room: Room;
  /** A box around has no room at all; what hangs on a box farther out escapes it. */
  emptied: boolean;
}

/** What of an element's style decides whether its text is seen. */
export interface Style extends Ground, Enclosure {
  /** Why nothing in this element is seen, whatever its parts say; undefined while they may be. */
  gone: HiddenReason | undefined;
  display: string;
  hiddenVisibility: boolean;
  msoHide: boolean;
  /** CSS pixels. */
  fontSize: number;
  /** What font-size-adjust makes of it. */
  adjusted: number;
  /** Product of all scales around the text. */
  scale: number;
  opacity: number;
  color: Color;
  /** Colour of the text where it differs from `color` (-webkit-text-fill-color, fill of SVG). */
  fill: Color | undefined;
  stroke: Color | undefined;
  shadow: Color | undefined;
  /** What the text is cut out of. */
  cut: Ground | undefined;
  /** What filters make of the colours; of the ground only where it lies within the filter. */
  tint: ColorFilter | undefined;
  groundTinted: boolean;
  /** Ground of the block that a line of text is in: a block within a line shows it, not the line's. */
  blockGround: Ground;
  body: PageColors;
  textIndent: number;
  /** How far the first line of this block begins from where its box does. */
  lineIndent: number;
  /** CSS pixels; undefined: as high as the font needs. */
  lineHeight: number | undefined;
  clipsLines: boolean;
  /** This very box cuts off what leaves it. */
  clips: boolean;
  /** The box that absolute offsets count from, and what encloses that. */
  container: Container;
  outside: Enclosure;
  positioned: boolean;
  /** Of a box that has a layer of its own; undefined for others. */
  layer: number | undefined;
  /** What is painted in it stays between its own lowest and highest layer. */
  stacks: boolean;
  /** It paints a ground of its own that lets nothing through. */
  opaque: boolean;
  /** Of a box that is as large as the one it hangs on: what it is over that. */
  covering: { fixed: boolean } | undefined;
  /** Its named or numbered place in a grid; "" for none. */
  area: string;
  /** CSS pixels of the box that absolute offsets count from; Infinity where nobody knows. */
  containerSize: { width: number; height: number };
  /** The same box as a ground; undefined where it is the page. */
  containerGround: ContainerGround | undefined;
  /** That box cuts off what leaves it. */
  containerCuts: boolean;
  /** An opaque ground lies over the layers below nought. */
  coversBelow: boolean;
  /** Layers that may lie over the text or under it, the box's own last. */
  layers: readonly Layer[];
  zeroRows: boolean;
  zeroColumns: boolean;
  flexes: boolean;
  fixedTable: boolean;
  nowrap: boolean;
  preserved: boolean;
  letterSpacing: number;
  wordSpacing: number;
  /** What the flow of text needs to know of the box, CSS pixels. */
  flow: FlowBox;
  variables: ReadonlyMap<string, string>;
}

/** A box in the flow of a page; Infinity for a size that is not declared. */
export interface FlowBox {
  kind: "line" | "block" | "apart";
  /** Of a box apart: it takes room in the line. */
  inLine: boolean;
  /** It cuts off what is below, or behind its right side. */
  cutsBelow: boolean;
  cutsAside: boolean;
  height: number;
  width: number;
  minHeight: number;
  marginTop: number;
  padding: { top: number; right: number; bottom: number; left: number };
  isBorderBox: boolean;
  /** Lines that are shown at most. */
  lines: number | undefined;
}

const unbounded: Enclosure = { room: { width: Infinity, height: Infinity }, emptied: false };

export const plainFlow: FlowBox = {
  kind: "block",
  inLine: false,
  cutsBelow: false,
  cutsAside: false,
  height: Infinity,
  width: Infinity,
  minHeight: 0,
  marginTop: 0,
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  isBorderBox: false,
  lines: undefined,
};

export const rootStyle: Style = {
  ...unbounded,
  gone: undefined,
  display: "block",
  hiddenVisibility: false,
  msoHide: false,
  fontSize: 16,
  adjusted: 1,
  scale: 1,
  opacity: 1,
  color: black,
  fill: undefined,
  stroke: undefined,
  shadow: undefined,
  grounds: [white],
  picture: false,
  cut: undefined,
  tint: undefined,
  groundTinted: false,
  blockGround: { grounds: [white], picture: false },
  body: {},
  textIndent: 0,
  lineIndent: 0,
  lineHeight: undefined,
  clipsLines: false,
  clips: false,
  container: "page",
  outside: unbounded,
  positioned: false,
  layer: undefined,
  stacks: true,
  opaque: false,
  covering: undefined,
  area: "",
  containerSize: { width: screenSize.width, height: screenSize.height },
  containerGround: undefined,
  containerCuts: false,
  coversBelow: false,
  layers: [],
  zeroRows: false,
  zeroColumns: false,
  flexes: false,
  fixedTable: false,
  nowrap: false,
  preserved: false,
  letterSpacing: 0,
  wordSpacing: 0,
  flow: plainFlow,
  variables: new Map(),
};
