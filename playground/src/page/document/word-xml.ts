/** The few DOM steps that the rendered copy needs. Names are compared without namespace variants: transitional or strict. */
const wordNamespaces = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);

/** Local name of a WordprocessingML element, "" for everything else. */
export function wordName(node: Node | null): string {
  if (!(node instanceof Element)) return "";
  return wordNamespaces.has(node.namespaceURI ?? "") ? node.localName : "";
}

export function childNamed(parent: Element | undefined, name: string): Element | undefined {
  return parent && Array.from(parent.children).find((child) => wordName(child) === name);
}

/** Descendants of that name in document order, at this moment. */
export function descendantsNamed(root: Element | Document, name: string): Element[] {
  return Array.from(root.getElementsByTagNameNS("*", name)).filter((element) => wordName(element) === name);
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.getAttributeNS(element.namespaceURI, name) ?? element?.getAttribute(name) ?? undefined;
}

export function createWord(near: Element, name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const namespace = near.ownerDocument.documentElement.namespaceURI;
  const element = near.ownerDocument.createElementNS(namespace, `w:${name}`);
  for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(namespace, `w:${key}`, value);
  return element;
}

export function unwrap(element: Element): void {
  element.replaceWith(...Array.from(element.childNodes));
}

/** Puts the children into an element of another name. */
export function rename(element: Element, name: string): void {
  const renamed = createWord(element, name);
  renamed.append(...Array.from(element.childNodes));
  for (const attribute of Array.from(element.attributes)) renamed.setAttributeNode(attribute.cloneNode() as Attr);
  element.replaceWith(renamed);
}

/** An on/off property that is present and not switched off. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !["0", "false", "off"].includes(attributeOf(element, "val") ?? "true");
}
