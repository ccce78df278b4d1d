/**
 * The DOM an office host works with, injected so that the same code runs in a browser (DOMParser, XMLSerializer)
 * and in Node (`createXmldom`). Only DOM-core members that both have may be used on what it returns.
 */
export interface XmlDom {
  /** @throws any error when the text is not well-formed */
  parse(text: string): Document;
  serialize(node: Node): string;
}
