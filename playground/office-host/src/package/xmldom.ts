import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import type { XmlDom } from "./xml-dom";

/** @xmldom/xmldom behind the same interface, for Node. Every problem it reports, even a small one, is an error. */
export function createXmldom(): XmlDom {
  const parser = new DOMParser({
    locator: false,
    onError: (level, message) => {
      if (level !== "warning") throw new Error(message);
    },
  });
  const serializer = new XMLSerializer();
  return {
    // The types of xmldom describe the same DOM-core members under names of their own.
    parse: (text) => parser.parseFromString(text, "application/xml") as unknown as Document,
    serialize: (node) =>
      serializer.serializeToString(node as unknown as Parameters<typeof serializer.serializeToString>[0]),
  };
}
