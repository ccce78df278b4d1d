import type { XmlDom } from "./xml-dom";

/** The browser's own XML parser. It reports errors as a document, which is turned into an exception here. */
export function createBrowserDom(): XmlDom {
  const parser = new DOMParser();
  const serializer = new XMLSerializer();
  return {
    parse(text) {
      const document = parser.parseFromString(text, "application/xml");
      const failure = document.getElementsByTagName("parsererror")[0];
      if (failure) throw new Error(failure.textContent ?? "The XML is not well-formed.");
      return document;
    },
    serialize: (node) => serializer.serializeToString(node),
  };
}
