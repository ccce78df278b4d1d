import parse, { type CssNode } from "css-tree/parser";
import type { Element } from "domhandler";
import { addDeclaration, rawParsing, type Declaration } from "./declarations";
import { mediaApplies } from "./media-query";
import { plainCss } from "./css-text";
import { selectorsOf, type Selector } from "./selector";
import { limits, TooComplex } from "./too-complex";

interface Rule {
  selector: Selector;
  declarations: readonly Declaration[];
  order: number;
  layered: boolean;
}

/** A declaration that holds for an element, with its weight against others of the same property. */
export interface WeighedDeclaration extends Declaration {
  layered: boolean;
  specificity: number;
  order: number;
}

/** Rules within rules within rules. */
const deepestNesting = 8;

/** The rules of the style elements of a page, as far as they can make text disappear. */
export class StyleSheet {
  private readonly rules = new Map<string, Rule[]>();
  private count = 0;
  private hasPseudo = false;
  private work = 0;

  /** @param quirks classes and ids match in any case (a page without a doctype) */
  constructor(private readonly quirks: boolean) {}

  /**
   * Adds the text of a style element.
   * @throws TooComplex
   */
  add(css: string): void {
    let tree: CssNode;
    try {
      tree = parse(css, { ...rawParsing });
    } catch (error) {
      // css-tree recovers from every wrong text; only brackets without end exhaust its stack.
      throw error instanceof RangeError ? new TooComplex("style sheet") : error;
    }
    this.addAll(tree.children ?? [], undefined, false, 0);
  }

  /**
   * What the rules declare for an element, or for what they put before or behind its content; in no order.
   * @throws TooComplex
   */
  declarationsFor(
    element: Element,
    siblings: number,
    depth: number,
    pseudo?: "before" | "after",
  ): WeighedDeclaration[] {
    if (this.count === 0 || (pseudo !== undefined && !this.hasPseudo)) return [];
    const found: WeighedDeclaration[] = [];
    const { class: classes = "", id } = element.attribs;
    const keys = ["*", element.name.toLowerCase()];
    if (id !== undefined && id !== "") keys.push(`#${id.toLowerCase()}`);
    for (const name of new Set(classes.toLowerCase().split(/\s+/))) if (name !== "") keys.push(`.${name}`);
    for (const key of keys) {
      for (const { selector, declarations, order, layered } of this.rules.get(key) ?? []) {
        if (selector.pseudo !== pseudo) continue;
        this.work += selector.wide ? siblings + depth : 1 + depth / 20;
        if (this.work > limits.work) throw new TooComplex("selectors");
        if (!selector.matches(element)) continue;
        for (const declaration of declarations)
          found.push({ ...declaration, order, layered, specificity: selector.specificity });
      }
    }
    return found;
  }

  private addAll(nodes: Iterable<CssNode>, parent: string | undefined, layered: boolean, depth: number): void {
    if (depth > deepestNesting) return;
    for (const node of nodes) {
      if (node.type === "Rule") this.addRule(node, parent, layered, depth);
      else if (node.type === "Atrule") this.addAtRule(node, parent, layered, depth);
      else if (node.type === "Raw") this.addNested(node, parent, layered, depth);
    }
  }

  private addAtRule(
    { name = "", prelude, block }: CssNode,
    parent: string | undefined,
    layered: boolean,
    depth: number,
  ): void {
    if (block === null || block === undefined) return;
    const condition = plainCss(prelude?.value ?? "");
    const kind = name.toLowerCase();
    if (/keyframes$|^(?:font-face|page|property|counter-style|font-feature-values|view-transition)$/.test(kind)) return;
    if (kind === "media" && !mediaApplies(condition)) return;
    if (kind === "supports" && /^\s*not\b/i.test(condition)) return;
    const inLayer = layered || kind === "layer";
    this.addAll(block.children, parent, inLayer, depth + 1);
    // Declarations of a condition inside a rule belong to that rule.
    if (parent !== undefined) this.addDeclarations(parent, block.children, inLayer);
  }

  private addRule({ prelude, block }: CssNode, parent: string | undefined, layered: boolean, depth: number): void {
    if (block === null || block === undefined) return;
    // Escapes in selectors are css-select's to read; comments are not.
    const written = (prelude?.value ?? "").replace(/\/\*[^]*?(?:\*\/|$)/g, " ").trim();
    const list = parent === undefined ? written : nested(written, parent);
    this.addDeclarations(list, block.children, layered);
    this.addAll(block.children, list, layered, depth + 1);
  }

  /** css-tree hands nested rules over as they are written. */
  private addNested({ value }: CssNode, parent: string | undefined, layered: boolean, depth: number): void {
    const text = typeof value === "string" ? value : "";
    if (parent === undefined || !text.includes("{")) return;
    this.addAll(parse(text, { ...rawParsing }).children ?? [], parent, layered, depth + 1);
  }

  private addDeclarations(list: string, nodes: Iterable<CssNode>, layered: boolean): void {
    const declarations: Declaration[] = [];
    for (const node of nodes) addDeclaration(node, declarations);
    if (declarations.length === 0) return;
    for (const selector of selectorsOf(list, this.quirks)) {
      this.count += 1;
      if (selector.pseudo !== undefined) this.hasPseudo = true;
      if (this.count > limits.rules) throw new TooComplex("rules");
      const rules = this.rules.get(selector.key);
      const rule = { selector, declarations, order: this.count, layered };
      if (rules === undefined) this.rules.set(selector.key, [rule]);
      else rules.push(rule);
    }
  }
}

function nested(list: string, parent: string): string {
  const around = `:is(${parent})`;
  return list.includes("&") ? list.replaceAll("&", around) : `${around} ${list}`;
}
