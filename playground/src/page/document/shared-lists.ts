import { attributeOf, childNamed, descendantsNamed } from "./word-xml";

/**
 * Lists (w:num) of the same definition count on together in Word unless one restarts; docx-preview counts each alone.
 * In the copy they become one list. `stories` are the roots that refer to lists: the body and the styles.
 */
export function joinSharedLists(numbering: Element, stories: readonly Element[]): void {
  const firstOfDefinition = new Map<string, string>();
  const renamed = new Map<string, string>();
  for (const list of descendantsNamed(numbering, "num")) {
    const id = attributeOf(list, "numId") ?? "";
    const definition = attributeOf(childNamed(list, "abstractNumId"), "val") ?? "";
    if (childNamed(list, "lvlOverride")) continue;
    const first = firstOfDefinition.get(definition);
    if (first === undefined) firstOfDefinition.set(definition, id);
    else renamed.set(id, first);
  }
  if (renamed.size === 0) return;
  for (const story of stories)
    for (const reference of descendantsNamed(story, "numId")) {
      const first = renamed.get(attributeOf(reference, "val") ?? "");
      if (first !== undefined) reference.setAttributeNS(reference.namespaceURI, "w:val", first);
    }
}
