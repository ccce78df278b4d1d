import { compile } from "css-select";
import type { AnyNode, Element } from "domhandler";

/** A selector that is ready to be asked of elements. */
export interface Selector {
  matches(element: Element): boolean;
  /** Weight: ids, classes, types (Selectors 4, 17), as one number. */
  specificity: number;
  /** What the element itself must have: "#id", ".class", "tag", or "*"; by it rules are found. Lower case. */
  key: string;
  /** True when it looks at siblings or descendants, which costs more. */
  wide: boolean;
  /** It speaks of what stands before or behind the element's content. */
  pseudo: "before" | "after" | undefined;
}

/** Longer lists, and selectors, are none that a mail has. */
const longestList = 20_000;
const longestSelector = 1_000;
/** More combinators between siblings than this cost too much on hostile pages. */
const mostSiblings = 3;

/**
 * Reads a selector list. Empty where any of it is no selector, as browsers do; other pseudo-elements, and states that only
 * a pointer makes, match nothing.
 */
export function selectorsOf(list: string, quirks: boolean): Selector[] {
  if (list.length > longestList) return [];
  const found: Selector[] = [];
  for (const text of splitList(list)) {
    if (text.length > longestSelector) return [];
    const bare = withoutBrackets(text);
    const pseudo = /::?(before|after)$/i.exec(text);
    if (pseudo !== null) {
      const of = selectorsOf(text.slice(0, pseudo.index) || "*", quirks);
      found.push(...of.map((one) => ({ ...one, pseudo: pseudo[1]!.toLowerCase() as "before" | "after" })));
      continue;
    }
    if (/::|:(?:before|after|first-line|first-letter)\b/i.test(bare)) continue;
    if ((bare.match(/[~+]/g)?.length ?? 0) > mostSiblings || (text.match(/:has\(/gi)?.length ?? 0) > 1) return [];
    try {
      const compiled = compile<AnyNode, Element>(text, {
        quirksMode: quirks,
        relativeSelector: false,
        lowerCaseTags: true,
      });
      found.push({
        matches: (element) => compiled(element),
        specificity: specificityOf(text),
        key: keyOf(bare),
        pseudo: undefined,
        wide: /[~+]|:(?:has|nth|first|last|only|empty|root)/i.test(text),
      });
    } catch {
      // The rule of a selector that nobody knows is passed over (Selectors 4, 3.9).
      return [];
    }
  }
  return found;
}

function splitList(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let part = "";
  for (let index = 0; index < list.length; index += 1) {
    const sign = list[index]!;
    if (sign === "\\") {
      part += sign + (list[index + 1] ?? "");
      index += 1;
      continue;
    }
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if ("([".includes(sign)) depth += 1;
    else if (")]".includes(sign)) depth -= 1;
    if (sign === "," && depth <= 0 && quote === "") {
      parts.push(part);
      part = "";
    } else part += sign;
  }
  parts.push(part);
  return parts.map((found) => found.trim());
}

/** The selector without what stands in brackets. */
function withoutBrackets(text: string): string {
  let depth = 0;
  let bare = "";
  for (const sign of text) {
    if ("([".includes(sign)) depth += 1;
    if (depth === 0) bare += sign;
    if (")]".includes(sign)) depth = Math.max(0, depth - 1);
  }
  return bare;
}

function keyOf(bare: string): string {
  if (bare.includes("\\")) return "*";
  const last =
    bare
      .trim()
      .split(/[\s>+~]+/)
      .at(-1) ?? "";
  const id = /#([^.#:\s]+)/.exec(last)?.[1];
  if (id !== undefined) return `#${id.toLowerCase()}`;
  const name = /\.([^.#:\s]+)/.exec(last)?.[1];
  if (name !== undefined) return `.${name.toLowerCase()}`;
  const tag = /^([a-z][a-z0-9-]*)/i.exec(last)?.[1];
  return tag === undefined ? "*" : tag.toLowerCase();
}

const perId = 1_000_000;
const perClass = 1_000;
const deepest = 5;

/** Weight of a selector: 1,000,000 an id, 1,000 a class, attribute or state, 1 a type. */
export function specificityOf(selector: string, depth = 0): number {
  let sum = 0;
  let rest = selector;
  // :not, :is and :has weigh as their heaviest argument, :where nothing.
  for (
    let call = /:(not|is|has|matches|-webkit-any|where)\(/i.exec(rest);
    call !== null;
    call = /:(not|is|has|matches|-webkit-any|where)\(/i.exec(rest)
  ) {
    const end = closing(rest, call.index + call[0].length);
    const inside = rest.slice(call.index + call[0].length, end);
    if (call[1]!.toLowerCase() !== "where" && depth < deepest)
      sum += Math.max(0, ...splitList(inside).map((one) => specificityOf(one, depth + 1)));
    rest = rest.slice(0, call.index) + rest.slice(end + 1);
  }
  const attributes = rest.match(/\[[^\]]*\]/g)?.length ?? 0;
  const bare = withoutBrackets(rest);
  const ids = bare.match(/#[^\s.#:>+~,]+/g)?.length ?? 0;
  const classes = (bare.match(/\.[^\s.#:>+~,]+/g)?.length ?? 0) + (bare.match(/(?<!:):(?!:)[a-z-]+/gi)?.length ?? 0);
  const types = bare.match(/(?:^|[\s>+~])[a-z][a-z0-9-]*/gi)?.length ?? 0;
  return sum + ids * perId + (classes + attributes) * perClass + types;
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "(") depth += 1;
    else if (text[index] === ")" && --depth === 0) return index;
  }
  return text.length;
}
