import { paragraph } from "../../../support/docx-builder";
import { call, items, read, write } from "../../../support/emulated-object";
import { openDocument } from "../../../support/word-document";

const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="840"/></w:pPr></w:lvl></w:abstractNum>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>';
const styles =
  '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>';
const direct = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>';
const centered = '<w:jc w:val="center"/>';

test("a number of its own goes, with the indent of the level; all else stays", async () => {
  const document = await openDocument({
    numbering,
    body: paragraph("一", direct + centered) + paragraph("二", direct) + paragraph("三", direct),
  });
  expect(read(document.paragraph(0), "LeftIndent")).toBe(42);
  call(document.paragraph(0), "DetachFromList");
  call(document.paragraph(1), "DetachFromList");
  expect(document.bodyXml()).toBe(paragraph("一", centered) + paragraph("二") + paragraph("三", direct));
  expect(read(document.paragraph(0), "IsListItem")).toBe(false);
  expect(read(document.paragraph(0), "LeftIndent")).toBe(0);
  expect(read(document.paragraph(2), "ListItem", "ListString")).toBe("1.");
});

test("a number that comes from the style is switched off", async () => {
  const body = paragraph("一", '<w:pStyle w:val="Item"/>') + paragraph("二", `<w:pStyle w:val="Item"/>${direct}`);
  const document = await openDocument({ numbering, styles, body });
  for (const item of document.paragraphs()) call(item, "DetachFromList");
  const off = '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>';
  expect(document.bodyXml()).toBe(paragraph("一", off) + paragraph("二", off));
  expect(document.paragraphs().map((item) => read(item, "IsListItem"))).toEqual([false, false]);
});

test("a paragraph outside of lists is left alone, the document unchanged", async () => {
  const document = await openDocument({ numbering, body: paragraph("一", centered) });
  call(document.paragraph(0), "DetachFromList");
  expect(document.host.package.changed).toBe(false);
});

test("tracked, the old properties are kept and come back", async () => {
  const body = paragraph("一", direct) + paragraph("二");
  const document = await openDocument({ numbering, body });
  write(document.host.root, "ChangeTrackingMode", "TrackAll");
  call(document.paragraph(0), "DetachFromList");
  expect(document.bodyXml()).toContain(`<w:pPr>${direct}</w:pPr></w:pPrChange>`);
  expect(read(document.paragraph(0), "IsListItem")).toBe(false);
  for (const change of items(call(document.body, "GetTrackedChanges"))) call(change, "Reject");
  expect(document.bodyXml()).toBe(body);
});
