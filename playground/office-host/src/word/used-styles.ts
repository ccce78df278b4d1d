import { attribute, child, children, value, wordName } from "./xml/word-xml";
import type { WordModel } from "./word-model";

const references = new Set(["pStyle", "rStyle", "tblStyle"]);

/** Ids of the styles that some content uses, with those they rest on or lead to, and the defaults. */
export function usedStyleIds(model: WordModel, content: Element): Set<string> {
  const ids = new Set<string>();
  const add = (id: string | undefined) => {
    if (id === undefined || ids.has(id)) return;
    const style = model.styles.get(id);
    if (!style) return;
    ids.add(id);
    for (const name of ["basedOn", "link", "next"]) add(value(child(style, name)));
  };
  for (const kind of ["paragraph", "character", "table", "numbering"] as const) {
    const standard = model.styles.defaultStyle(kind);
    if (standard) add(attribute(standard, "styleId"));
  }
  const visit = (parent: Element) => {
    for (const element of children(parent)) {
      if (references.has(wordName(element) ?? "")) add(value(element));
      visit(element);
    }
  };
  visit(content);
  return ids;
}

/**
 * The styles part reduced to the styles that some content uses. Word builds the package of `getOoxml` as a document of
 * its own, into which unused styles do not come (believed, not seen in Word).
 *
 * @returns XML of the part's root, or undefined when the document has no styles part
 */
export function usedStyles(model: WordModel, content: Element): string | undefined {
  const root = model.relatedRoot("styles")?.root;
  if (!root) return undefined;
  const ids = usedStyleIds(model, content);
  const reduced = root.cloneNode(false) as Element;
  for (const item of children(root)) {
    if (wordName(item) !== "style" || ids.has(attribute(item, "styleId") ?? "")) {
      reduced.appendChild(item.cloneNode(true));
    }
  }
  return model.pack.dom.serialize(reduced);
}
