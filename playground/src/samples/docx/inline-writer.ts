import type { Comment, Field, Inline, StyledText } from "./inline";
import type { Parts } from "./parts";
import { escapeXml } from "./xml";

/** Runs, links, notes and fields of one paragraph as WordprocessingML. What lives in other parts is added to `parts`. */
export function inlineXml(inlines: readonly Inline[], parts: Parts, properties = ""): string {
  return inlines.map((inline) => oneInline(inline, parts, properties)).join("");
}

function oneInline(inline: Inline, parts: Parts, properties: string): string {
  if (typeof inline === "string") return runXml(inline, properties);
  if ("lineBreak" in inline) return `<w:r>${runProperties(properties)}<w:br/></w:r>`;
  if ("footnote" in inline) return footnoteXml(inline.footnote, parts);
  if ("link" in inline) {
    const id = parts.addHyperlink(inline.link);
    return `<w:hyperlink r:id="${id}" w:history="1">${runXml(inline.text, '<w:rStyle w:val="Hyperlink"/>' + properties)}</w:hyperlink>`;
  }
  if ("comment" in inline) return commentedXml(inline.comment, inlineXml(inline.on, parts, properties), parts);
  if ("field" in inline) return fieldXml(inline, properties);
  if ("bookmark" in inline) {
    const id = parts.nextBookmarkId();
    const name = escapeXml(inline.bookmark);
    const content = inlineXml(inline.on, parts, properties);
    return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
  }
  return runXml(inline.text, properties + styledProperties(inline));
}

/** In the order of the schema's CT_RPr: b, color, u. */
function styledProperties(inline: StyledText): string {
  return (
    (inline.bold ? "<w:b/><w:bCs/>" : "") +
    (inline.colour === undefined ? "" : `<w:color w:val="${inline.colour}"/>`) +
    (inline.underline ? '<w:u w:val="single"/>' : "")
  );
}

function runProperties(properties: string): string {
  return properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
}

export function runXml(text: string, properties = ""): string {
  return `<w:r>${runProperties(properties)}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function footnoteXml(content: readonly Inline[], parts: Parts): string {
  const mark = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';
  const id = parts.addFootnote(`<w:r>${mark}<w:footnoteRef/></w:r>` + runXml("　") + inlineXml(content, parts));
  return `<w:r>${mark}<w:footnoteReference w:id="${id}"/></w:r>`;
}

function commentedXml(comment: Comment, content: string, parts: Parts): string {
  const id = parts.addComment(comment);
  return (
    `<w:commentRangeStart w:id="${id}"/>${content}<w:commentRangeEnd w:id="${id}"/>` +
    `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
  );
}

function fieldXml(field: Field, properties: string): string {
  const run = (content: string) => `<w:r>${runProperties(properties)}${content}</w:r>`;
  return (
    run('<w:fldChar w:fldCharType="begin"/>') +
    run(`<w:instrText xml:space="preserve"> ${escapeXml(field.field)} </w:instrText>`) +
    run('<w:fldChar w:fldCharType="separate"/>') +
    run(`<w:t xml:space="preserve">${escapeXml(field.result)}</w:t>`) +
    run('<w:fldChar w:fldCharType="end"/>')
  );
}
