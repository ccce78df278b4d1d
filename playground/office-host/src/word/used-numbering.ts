import { attribute, child, children, descend, value, wordName } from "./xml/word-xml";
import { usedStyleIds } from "./used-styles";
import type { WordModel } from "./word-model";

/**
 * The numbering part reduced to the lists that some content uses, by itself or through its styles. Word builds the
 * package of `getOoxml` as a document of its own, into which unused lists do not come (believed, not seen in Word).
 *
 * @returns XML of the part's root, or undefined when the content uses no list
 */
export function usedNumbering(model: WordModel, content: Element): string | undefined {
  const root = model.relatedRoot("numbering")?.root;
  if (!root) return undefined;
  const ids = usedLists(model, content);
  const lists = children(root, "num").filter((list) => ids.has(attribute(list, "numId") ?? ""));
  if (lists.length === 0) return undefined;
  const abstractIds = new Set(lists.map((list) => value(child(list, "abstractNumId"))));
  const reduced = root.cloneNode(false) as Element;
  for (const item of children(root)) {
    const name = wordName(item);
    const kept =
      name === "num"
        ? lists.includes(item)
        : name !== "abstractNum" || abstractIds.has(attribute(item, "abstractNumId") ?? "");
    if (kept) reduced.appendChild(item.cloneNode(true));
  }
  return model.pack.dom.serialize(reduced);
}

/** Values of w:numId in the content and in the styles that it uses. */
function usedLists(model: WordModel, content: Element): Set<string> {
  const ids = new Set<string>();
  const visit = (parent: Element) => {
    for (const element of children(parent)) {
      const id = wordName(element) === "numId" ? value(element) : undefined;
      if (id !== undefined) ids.add(id);
      visit(element);
    }
  };
  visit(content);
  for (const style of usedStyleIds(model, content)) {
    const id = value(descend(model.styles.get(style), "pPr", "numPr", "numId"));
    if (id !== undefined) ids.add(id);
  }
  return ids;
}
