/** Namespaces and small DOM-core helpers. Everything else in this room addresses elements through these. */

export const transitionalNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const strictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";
export const compatibilityNamespace = "http://schemas.openxmlformats.org/markup-compatibility/2006";
export const xmlNamespace = "http://www.w3.org/XML/1998/namespace";

/** Whether a node is the WordprocessingML element of that local name, in either variant of the standard. */
export function isWord(node: Node | null | undefined, name: string): node is Element {
  return node !== null && node !== undefined && (node as Element).localName === name && isWordNamespace(node);
}

/** Local name of a WordprocessingML element, "" for every other node. */
export function wordName(node: Node | null | undefined): string {
  if (!node || node.nodeType !== 1 || !isWordNamespace(node)) return "";
  return (node as Element).localName;
}

function isWordNamespace(node: Node): boolean {
  const namespace = (node as Element).namespaceURI;
  return namespace === transitionalNamespace || namespace === strictNamespace;
}

/** First child element of that name. */
export function child(parent: Node | null | undefined, name: string): Element | undefined {
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) if (isWord(node, name)) return node;
  return undefined;
}

/** All child elements, of that name when one is given. */
export function children(parent: Node | null | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (node.nodeType === 1 && (name === undefined || isWord(node, name))) found.push(node as Element);
  }
  return found;
}

/** Walks down: `descend(style, "pPr", "jc")`. */
export function descend(parent: Node | null | undefined, ...names: string[]): Element | undefined {
  let node: Node | null | undefined = parent;
  for (const name of names) node = child(node, name);
  return (node ?? undefined) as Element | undefined;
}

/** All descendants of a name in document order, the root left out. */
export function descendants(root: Node, name: string): Element[] {
  const found: Element[] = [];
  const visit = (parent: Node) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 1) continue;
      if (isWord(node, name)) found.push(node);
      visit(node);
    }
  };
  visit(root);
  return found;
}

/** Nearest ancestor of one of the names; the search ends at `until`. */
export function ancestor(node: Node, names: readonly string[], until?: Node): Element | undefined {
  for (let parent = node.parentNode; parent && parent !== until; parent = parent.parentNode) {
    if (names.includes(wordName(parent))) return parent as Element;
  }
  return undefined;
}

/** A w: attribute. Some producers write attributes without a prefix; Word reads those as well. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const value = element.getAttributeNS(element.namespaceURI, name) ?? element.getAttribute(name);
  return value ?? undefined;
}

export function value(element: Element | undefined): string | undefined {
  return attribute(element, "val");
}

/** Creates an element in the namespace, and with the prefix, of an element near it. */
export function createLike(near: Element, name: string, attributes: Record<string, string> = {}): Element {
  const prefix = prefixFor(near);
  const namespace = isWordNamespace(near) ? near.namespaceURI : rootNamespace(near);
  const element = (near.ownerDocument as Document).createElementNS(namespace, prefix + name);
  setAttributes(element, attributes);
  return element;
}

export function setAttributes(element: Element, attributes: Record<string, string>): void {
  for (const [name, text] of Object.entries(attributes)) setAttribute(element, name, text);
}

export function setAttribute(element: Element, name: string, text: string): void {
  element.setAttributeNS(element.namespaceURI, `${element.prefix ? `${element.prefix}:` : "w:"}${name}`, text);
}

export function removeAttribute(element: Element, name: string): void {
  element.removeAttributeNS(element.namespaceURI, name);
}

function prefixFor(near: Element): string {
  const holder = isWordNamespace(near) ? near : ((near.ownerDocument as Document).documentElement as Element);
  return holder.prefix ? `${holder.prefix}:` : "";
}

function rootNamespace(near: Element): string | null {
  return ((near.ownerDocument as Document).documentElement as Element).namespaceURI;
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}

export function insertAfter(node: Node, reference: Node): void {
  reference.parentNode?.insertBefore(node, reference.nextSibling);
}

/** Puts `node` where `old` was. */
export function replaceNode(old: Node, ...nodes: Node[]): void {
  const parent = old.parentNode;
  if (!parent) return;
  for (const node of nodes) parent.insertBefore(node, old);
  parent.removeChild(old);
}

/** Replaces an element by its children. */
export function unwrap(element: Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  while (element.firstChild) parent.insertBefore(element.firstChild, element);
  parent.removeChild(element);
}

/** On/off properties (ISO/IEC 29500-1, 17.17.4): present without a value means on. */
export function isOn(element: Element | undefined): boolean | undefined {
  if (!element) return undefined;
  const text = value(element);
  return text === undefined || !["0", "false", "off"].includes(text);
}
