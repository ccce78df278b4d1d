import { createXmldom } from "../../../../playground/office-host/src/package/xmldom";
import { createWordHost } from "../../../../playground/office-host/src/word";
import { buildDocx, paragraph } from "../../../support/docx-builder";
import { call, items, read, write } from "../../../support/emulated-object";
import { openDocument } from "../../../support/word-document";

const table =
  "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>欄</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
const sdt = `<w:sdt><w:sdtPr/><w:sdtContent>${table}</w:sdtContent></w:sdt>`;

describe.each([
  ["a table", paragraph("前") + table, ["前", "欄", ""]],
  ["a table in a content control", sdt, ["欄", ""]],
  ["a table and one empty paragraph", `${table}<w:p/>`, ["欄", ""]],
  ["a table and one empty paragraph with properties", table + paragraph("", '<w:jc w:val="center"/>'), ["欄", ""]],
])("a document that ends in %s", (_, body, texts) => {
  const open = () => openDocument({ body });

  test("has an empty last paragraph, and is saved as it was", async () => {
    const document = await open();
    expect(document.texts()).toEqual(texts);
    expect(document.host.save()).toEqual(document.bytes);
    expect(document.bodyXml()).toBe(body);
  });

  test.each(["Off", "TrackAll"])("paragraphs below the table go again without a trace (tracking %s)", async (mode) => {
    const document = await open();
    write(document.host.root, "ChangeTrackingMode", mode);
    const table = read(document.paragraph(texts.length - 2), "ParentTable");
    const one = call(table, "InsertParagraph", "一", "After");
    const two = call(one, "InsertParagraph", "二", "After");
    expect(document.texts()).toEqual([...texts.slice(0, -1), "一", "二", ""]);
    call(one, "Delete");
    call(two, "Delete");
    expect(document.texts()).toEqual(texts);
    expect(document.bodyXml()).toBe(body);
  });

  test("inserted paragraphs go by rejecting them", async () => {
    const document = await open();
    write(document.host.root, "ChangeTrackingMode", "TrackAll");
    const one = call(read(document.paragraph(texts.length - 2), "ParentTable"), "InsertParagraph", "一", "After");
    call(one, "InsertParagraph", "二", "After");
    for (const change of items(call(document.body, "GetTrackedChanges"))) call(change, "Reject");
    expect(document.texts()).toEqual(texts);
    expect(document.bodyXml()).toBe(body);
  });

  test("what is saved and opened again shows the same paragraphs", async () => {
    const document = await open();
    call(read(document.paragraph(texts.length - 2), "ParentTable"), "InsertParagraph", "一", "After");
    const again = await createWordHost(document.host.save(), { dom: createXmldom() });
    expect(again.paragraphNodes().map((node) => node.textContent)).toEqual([...texts.slice(0, -1), "一", ""]);
  });
});

describe.each([
  ["nothing", "", ""],
  ["nothing but its section", "", undefined],
  ["only a bookmark", '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>', undefined],
])("a body that holds %s", (_, body, sectionProperties) => {
  const open = () => openDocument({ body, ...(sectionProperties === undefined ? {} : { sectionProperties }) });

  test("has one empty paragraph, which can be selected and written to", async () => {
    const document = await open();
    const start = { paragraphIndex: 0, offset: 0 };
    expect(document.host.getSelection()).toEqual({ anchor: start, focus: start });
    document.host.setSelection(start);
    expect(read(call(document.host.root, "GetSelection"), "Text")).toBe("");
    expect(read(document.body, "Text")).toBe("");
    expect(document.host.save()).toEqual(document.bytes);
    call(document.body, "InsertText", "本文", "Start");
    expect(document.texts()).toEqual(["本文"]);
    expect(document.bodyXml()).toBe(`${body}<w:p><w:r><w:t>本文</w:t></w:r></w:p>`);
    call(document.body, "Clear");
    expect(document.bodyXml().replace("<w:body/>", "")).toContain(body);
    expect(document.texts()).toEqual([""]);
  });
});

test("a document without a body is broken", async () => {
  const part = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';
  const bytes = buildDocx({ body: "", parts: { "word/document.xml": part } });
  await expect(createWordHost(bytes, { dom: createXmldom() })).rejects.toMatchObject({ code: "broken" });
});
