import { attributeOf, childNamed, descendantsNamed, isOn } from "./word-xml";

/** Numbers of the paragraphs that Word keeps on one page with the next one (w:keepNext), themselves or by style. */
export function paragraphsKeptWithNext(paragraphs: readonly Element[], styles: Element | undefined): Set<number> {
  const byId = new Map(
    (styles ? descendantsNamed(styles, "style") : []).map((style) => [attributeOf(style, "styleId") ?? "", style]),
  );
  const styleKeeps = (id: string | undefined, depth = 0): boolean => {
    const style = id === undefined || depth > 20 ? undefined : byId.get(id);
    if (style === undefined) return false;
    const own = childNamed(childNamed(style, "pPr"), "keepNext");
    return own ? isOn(own) : styleKeeps(attributeOf(childNamed(style, "basedOn"), "val"), depth + 1);
  };
  const kept = new Set<number>();
  paragraphs.forEach((paragraph, number) => {
    const properties = childNamed(paragraph, "pPr");
    const own = childNamed(properties, "keepNext");
    if (own ? isOn(own) : styleKeeps(attributeOf(childNamed(properties, "pStyle"), "val"))) kept.add(number);
  });
  return kept;
}
