import { ancestor, attribute } from "../xml/word-xml";
import { spanParagraphs, stretchIn, type Span } from "../content/position";
import type { WordModel } from "../word-model";

const relationshipNamespaces = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/** A relationship id attribute, r:id unless named otherwise. */
export function relationshipId(element: Element, name = "id"): string | undefined {
  for (const namespace of relationshipNamespaces) {
    const id = element.getAttributeNS(namespace, name);
    if (id !== null && id !== "") return id;
  }
  return undefined;
}

/**
 * Address of the first hyperlink in a span: the URI, with "#" and the place inside the target; "#bookmark" for one
 * within the document; "" for none (Office.js documents null only for mixed ranges; believed).
 */
export function hyperlinkOf(model: WordModel, span: Span): string {
  for (const paragraph of spanParagraphs(span)) {
    const { from, to } = stretchIn(span, paragraph);
    for (const segment of span.story.content(paragraph).segments) {
      if (segment.start + segment.length <= from || segment.start >= to) continue;
      const link = ancestor(segment.run, ["hyperlink"], paragraph);
      if (link) return hyperlinkAddress(model, span.story.partName, link);
    }
  }
  return "";
}

function hyperlinkAddress(model: WordModel, partName: string, link: Element): string {
  const id = relationshipId(link);
  const target = model.pack.relationships(partName).find((item) => item.id === id)?.target ?? "";
  const anchor = attribute(link, "anchor");
  return anchor === undefined ? target : `${target}#${anchor}`;
}
