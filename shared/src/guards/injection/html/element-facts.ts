import { isTag, type Element } from "domhandler";
import { lengthOf } from "./css-length";
import type { HtmlBlock } from "./html-reading";
import { attributeOf } from "./parse-tree";

export function kindOf(element: Element, listDepth: number): Pick<HtmlBlock, "kind" | "level"> | undefined {
  const heading = /^h([1-6])$/.exec(element.name)?.[1];
  if (heading !== undefined) return { kind: "heading", level: Number(heading) };
  if (element.name === "li") return { kind: "list-item", level: Math.max(0, listDepth - 1) };
  return undefined;
}

/** A side of a picture in CSS pixels; 0 where nobody knows. */
export function sideOf(element: Element, name: "width" | "height", declared: number): number {
  if (declared < Infinity) return declared;
  const length = lengthOf(attributeOf(element, name) ?? "", { em: 16, rem: 16 });
  return Math.max(0, length ?? 0);
}

export function hasShapes(svg: Element): boolean {
  return svg.children.some(
    (child) => isTag(child) && /^(?:rect|path|circle|ellipse|polygon|image|use|g)$/.test(child.name),
  );
}
