/** Text made safe for element content and attribute values of XML 1.0. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespaces that Word itself declares on every part of a document story. */
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'mc:Ignorable="w14"',
].join(" ");

/** A whole part of WordprocessingML: `<w:root ...>content</w:root>` with the XML declaration. */
export function wordPart(root: string, content: string): string {
  return `${declaration}<w:${root} ${namespaces}>${content}</w:${root}>`;
}

/** A whole part in another vocabulary; `rootTag` carries its own namespace declarations. */
export function plainPart(rootTag: string, content: string): string {
  const name = rootTag.split(" ")[0]!;
  return `${declaration}<${rootTag}>${content}</${name}>`;
}
