import type { FlowBox, Style } from "./style";

/** A box that begins a line of its own. */
export function isFlowBlock(display: string): boolean {
  return /^(?:block|list-item|flow-root|flex|grid|table)$/.test(display);
}

export function flowKind(display: string, isAside: boolean, parent: Style): FlowBox["kind"] {
  if (isAside || parent.flexes) return "apart";
  if (display === "inline" || display === "contents") return "line";
  return /^(?:block|list-item|flow-root|-webkit-box)$/.test(display) ? "block" : "apart";
}

/** A box that goes from one side of the page to the other. */
export function isWide(display: string, out: boolean, width: string | undefined): boolean {
  return !out && !display.startsWith("inline") && (width === undefined || /^(?:auto|100%)$/i.test(width));
}

/** Boxes that are moved hold what is put absolutely in them. */
export function stacksFixed(transforms: readonly string[]): boolean {
  return transforms.some((text) => text !== "none");
}
