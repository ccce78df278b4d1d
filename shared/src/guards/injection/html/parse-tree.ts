import { parse, Parser } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import type { Document, Element } from "domhandler";
import { limits, TooComplex } from "./too-complex";

/**
 * Reads a page as browsers do (HTML Living Standard), without scripts.
 * @throws TooComplex beyond the limits: nesting and misplaced formatting cost the square of their number otherwise
 */
export function parseTree(html: string): { document: Document; quirks: boolean } {
  if (html.length > limits.characters) throw new TooComplex("length");
  const document = parse(html, { treeAdapter: countingAdapter(), scriptingEnabled: true });
  return { document: document as unknown as Document, quirks: adapter.getDocumentMode(document) === "quirks" };
}

/** Characters read without a pause: a few ten milliseconds. */
const charactersPerTurn = 100_000;

/**
 * The same for a server, where others must have their turn while a long page is read.
 * @param otherWork resolves when they had it
 * @throws TooComplex
 */
export async function parseInTurns(html: string, otherWork: () => Promise<void>): Promise<Document> {
  if (html.length > limits.characters) throw new TooComplex("length");
  const parser = new Parser({ treeAdapter: countingAdapter(), scriptingEnabled: true });
  for (let start = 0; start < html.length; start += charactersPerTurn) {
    if (start > 0) await otherWork();
    parser.tokenizer.write(html.slice(start, start + charactersPerTurn), false);
  }
  parser.tokenizer.write("", true);
  return parser.document as unknown as Document;
}

function countingAdapter(): typeof adapter {
  let elements = 0;
  const depths = new WeakMap<object, number>();
  return {
    ...adapter,
    createElement(name, namespace, attributes) {
      elements += 1;
      if (elements > limits.elements) throw new TooComplex("elements");
      return adapter.createElement(name, namespace, attributes);
    },
    appendChild(parent, node) {
      const depth = (depths.get(parent) ?? 0) + 1;
      if (depth > limits.depth) throw new TooComplex("depth");
      if ("children" in node) depths.set(node, depth);
      adapter.appendChild(parent, node);
    },
  };
}

/** The element's attribute; undefined when it has none. Values are never looked up on a prototype. */
export function attributeOf(element: Element, name: string): string | undefined {
  return Object.hasOwn(element.attribs, name) ? element.attribs[name] : undefined;
}
