import { Element, isTag, isText, type ChildNode } from "domhandler";
import { computeStyle } from "./computed-style";
import type { Layer, PageLayers } from "./layers";
import { rootStyle, type Style } from "./style";
import type { StyleSheet } from "./style-sheet";

/** Signs of a page that one screen holds. */
const signsOfScreen = 1_500;
/** More over one box are none that a page has. */
const mostLayers = 100;
/** Boxes that are moved up by less lie over nothing of a line. */
const leastOverlap = 12;

/** True for a page that may have boxes over others: only then it is worth looking for them. */
export function mayHaveLayers(html: string): boolean {
  return /absolute|fixed|grid-|\\|margin[^;]{0,20}:[^;]{0,40}-\d/i.test(html);
}

/**
 * Finds the boxes that surely cover another whole one.
 * @throws TooComplex
 */
export function findLayers(nodes: readonly ChildNode[], sheet: StyleSheet): PageLayers {
  return new LayerFinder(sheet).find(nodes);
}

interface Sibling {
  element: Element;
  style: Style;
}

class LayerFinder {
  private readonly over = new Map<Element | undefined, Layer[]>();
  private readonly beside = new Map<Element, Layer[]>();
  private readonly order = new Map<Element, number>();
  private count = 0;
  private signs = 0;

  constructor(private readonly sheet: StyleSheet) {}

  find(nodes: readonly ChildNode[]): PageLayers {
    this.walk(nodes, rootStyle, undefined, 0);
    const onPage = this.over.get(undefined);
    // What is as large as the screen covers the page as far as that is no longer.
    if (onPage !== undefined && this.signs > signsOfScreen)
      this.over.set(
        undefined,
        onPage.filter(({ fixed }) => fixed),
      );
    return { over: this.over, beside: this.beside, order: this.order };
  }

  private walk(nodes: readonly ChildNode[], parent: Style, container: Element | undefined, depth: number): void {
    let before: Sibling | undefined;
    const areas = new Map<string, Sibling>();
    for (const node of nodes) {
      if (isText(node)) this.signs += node.data.trim().length;
      if (!isTag(node) || /^(?:script|style|template|noscript|head|title|iframe|object)$/.test(node.name)) continue;
      const style = this.visit(node, parent, nodes.length, container, depth);
      if (style === undefined) continue;
      if (style.layer !== undefined || parent.flexes) {
        if (before !== undefined && isOver(before, style))
          this.add(this.beside, before.element, this.layerOf(node, style));
        const same = style.area === "" || !parent.flexes ? undefined : areas.get(style.area);
        if (same !== undefined && style.opaque) this.add(this.beside, same.element, this.layerOf(node, style));
      }
      before = { element: node, style };
      if (style.area !== "") areas.set(style.area, before);
    }
  }

  private visit(
    element: Element,
    parent: Style,
    siblings: number,
    container: Element | undefined,
    depth: number,
  ): Style | undefined {
    this.count += 1;
    this.order.set(element, this.count);
    const style = computeStyle(element, parent, this.sheet.declarationsFor(element, siblings, depth));
    if (style.gone !== undefined) return undefined;
    this.addSheet(element, style, container);
    const inside = style.positioned ? element : container;
    this.addPseudo(element, style, inside, "before");
    this.walk(element.children, style, inside, depth + 1);
    this.count += 1;
    this.addPseudo(element, style, inside, "after");
    return style;
  }

  private addSheet(element: Element | undefined, style: Style, container: Element | undefined): void {
    const { covering } = style;
    if (covering === undefined || style.hiddenVisibility || style.emptied) return;
    this.add(this.over, covering.fixed ? undefined : container, {
      ...this.layerOf(element, style),
      ...covering,
    });
  }

  private addPseudo(element: Element, style: Style, container: Element | undefined, which: "before" | "after"): void {
    const rules = this.sheet.declarationsFor(element, 1, 1, which);
    const content = rules.findLast(({ property }) => property === "content")?.value;
    if (content === undefined || /^(?:none|normal)$/i.test(content)) return;
    const box = new Element("span", {});
    box.parent = element;
    const boxStyle = computeStyle(box, style, rules);
    this.count += 1;
    if (boxStyle.gone === undefined) this.addSheet(undefined, boxStyle, container);
  }

  private layerOf(element: Element | undefined, style: Style): Layer {
    return {
      element,
      depth: style.layer ?? 0,
      order: this.count,
      opaque: style.opaque,
      grounds: style.grounds,
      picture: style.picture,
      fixed: false,
    };
  }

  private add<Key>(map: Map<Key, Layer[]>, key: Key, layer: Layer): void {
    const found = map.get(key);
    if (found === undefined) map.set(key, [layer]);
    else if (found.length < mostLayers) found.push(layer);
  }
}

/** True for an opaque box that is moved up over the one before it. */
function isOver({ element, style: under }: Sibling, { flow, opaque }: Style): boolean {
  const overlap = -flow.marginTop;
  if (!opaque || overlap < leastOverlap || flow.kind !== "block" || under.flow.kind !== "block") return false;
  const signs = element.children.reduce(
    (sum, child) => (isText(child) ? sum + child.data.trim().length : isTag(child) ? Infinity : sum),
    0,
  );
  const lines = Math.ceil((signs * under.fontSize) / Math.min(under.flow.width, 1_000));
  const { padding } = under.flow;
  const text = lines * (under.lineHeight ?? under.fontSize * 1.25) + padding.top + padding.bottom;
  const height = Number.isFinite(under.flow.height) ? under.flow.height : text;
  return (
    height <= overlap * 1.1 && Math.max(flow.height === Infinity ? 0 : flow.height, flow.minHeight) >= height * 0.8
  );
}
