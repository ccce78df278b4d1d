/** An element of a manifest. Attributes with the value undefined are left out. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string | undefined>;
  children: (XmlElement | string)[];
}

/** Makes an element: `element("Label", { resid: "x" })`, `element("Id", {}, "...")`. */
export function element(
  name: string,
  attributes: Record<string, string | undefined> = {},
  ...children: (XmlElement | string)[]
): XmlElement {
  return { name, attributes, children };
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character]!);
}

/** Writes a document: declaration, two spaces of indentation, text elements on one line. */
export function serializeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${lines(root, "").join("\n")}\n`;
}

function lines(node: XmlElement, indent: string): string[] {
  const attributes = Object.entries(node.attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join("");
  if (node.children.length === 0) return [`${indent}<${node.name}${attributes}/>`];
  if (node.children.every((child) => typeof child === "string"))
    return [`${indent}<${node.name}${attributes}>${node.children.map(escapeText).join("")}</${node.name}>`];
  const inner = node.children.flatMap((child) =>
    typeof child === "string" ? [`${indent}  ${escapeText(child)}`] : lines(child, `${indent}  `),
  );
  return [`${indent}<${node.name}${attributes}>`, ...inner, `${indent}</${node.name}>`];
}
