import { PackageError } from "./package-error";
import type { XmlDom } from "./xml-dom";

/** An XML part as a DOM, with what a serialiser would lose: the declaration, and nodes before and after the root. */
export interface XmlPart {
  readonly document: Document;
  /** `<?xml ...?>` with what followed it up to the next markup, or "" when there was none. */
  readonly declaration: string;
}

const declarationPattern = /^<\?xml[^>]*\?>\s*/;

/**
 * Parses a part. Document types are refused, never expanded: a part needs none, and entities read files and
 * exhaust memory.
 * @throws PackageError `broken`
 */
export function parseXmlPart(bytes: Uint8Array, name: string, dom: XmlDom): XmlPart {
  const text = decodeXml(bytes, name);
  const prolog = text.slice(0, firstElement(text));
  if (/<!DOCTYPE/i.test(prolog.replace(/<!--[\s\S]*?-->/g, ""))) {
    throw new PackageError("broken", `${name} declares a document type, which is not allowed in a document part.`);
  }
  const declaration = declarationPattern.exec(text)?.[0] ?? "";
  let document: Document;
  try {
    document = dom.parse(text);
  } catch (error) {
    throw new PackageError("broken", `${name} is not well-formed XML.`, { cause: error });
  }
  if (!document.documentElement) throw new PackageError("broken", `${name} holds no XML element.`);
  return { document, declaration };
}

/** Serialises a part as UTF-8, declaration first, as it was read. */
export function serializeXmlPart(part: XmlPart, dom: XmlDom): Uint8Array {
  let text = part.declaration.replace(/encoding\s*=\s*["'](?!utf-8["'])[^"']*["']/i, 'encoding="UTF-8"');
  for (let node = part.document.firstChild; node; node = node.nextSibling) {
    // The declaration was written above; white space between top-level nodes is kept by some parsers only.
    if (node.nodeType === 3 || (node.nodeType === 7 && node.nodeName.toLowerCase() === "xml")) continue;
    text += dom.serialize(node);
  }
  return new TextEncoder().encode(text);
}

/** Position of the root element's `<`: after the declaration, comments, processing instructions, a DTD. */
function firstElement(text: string): number {
  const pattern = /<!--[\s\S]*?-->|<[A-Za-z_\u0080-\uffff]/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (!match[0].startsWith("<!--")) return match.index;
  }
  return text.length;
}

function decodeXml(bytes: Uint8Array, name: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new PackageError("broken", `${name} is not valid ${encoding.toUpperCase()}.`, { cause: error });
  }
}
