import { unzipSync } from "fflate";
import { nullObject } from "../../../../playground/office-host/src/rich-api/emulated-type";
import { paragraph, run, type DocxOptions } from "../../../support/docx-builder";
import { call, items, read } from "../../../support/emulated-object";
import { openDocument } from "../../../support/word-document";

async function open(options: DocxOptions) {
  const { bytes, host, body, paragraphs, texts } = await openDocument(options);
  return { bytes, host, body, paragraphs: paragraphs(), texts: texts() };
}

describe("text of a paragraph", () => {
  test.each<[string, string, string]>([
    [
      "tabs, breaks and hyphens",
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:sym w:char="F0E0"/></w:r>',
      "a\tb\u000b\u2011\uf0e0",
    ],
    [
      "white space only when it is preserved",
      '<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b </w:t></w:r>',
      "a b ",
    ],
    [
      "tracked deletions counted, as on the web",
      `${run("残す")}<w:del w:id="1"><w:r><w:delText>消す</w:delText></w:r></w:del>`,
      "残す消す",
    ],
    [
      "instructions of fields never",
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      "12",
    ],
    [
      "a field inside an instruction",
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>hidden</w:t><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>shown</w:t><w:fldChar w:fldCharType="end"/></w:r>`,
      "shown",
    ],
    [
      "the base of ruby only",
      "<w:r><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r>",
      "東京",
    ],
    [
      "no text of text boxes",
      `${run("本文")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph("箱")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph("箱")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      "本文",
    ],
    [
      "links, controls and simple fields",
      `<w:hyperlink w:anchor="x">${run("リンク")}</w:hyperlink><w:sdt><w:sdtContent>${run("欄")}</w:sdtContent></w:sdt><w:fldSimple w:instr="PAGE">${run("3")}</w:fldSimple>`,
      "リンク欄3",
    ],
    ["nothing for note references", `${run("前")}<w:r><w:footnoteReference w:id="2"/></w:r>${run("後")}`, "前後"],
  ])("%s", async (_, content, expected) => {
    const { texts } = await open({ body: `<w:p>${content}</w:p>` });
    expect(texts).toEqual([expected]);
  });
});

const table = (...cells: string[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr></w:tbl>`;

test("paragraphs of tables and block controls are in document order, with their nesting", async () => {
  const inner = table(paragraph("内"));
  const { paragraphs, texts } = await open({
    body: `${paragraph("前")}<w:sdt><w:sdtContent>${paragraph("欄")}</w:sdtContent></w:sdt>${table(paragraph("左"), inner + paragraph("右"))}${paragraph("後")}`,
  });
  expect(texts).toEqual(["前", "欄", "左", "内", "右", "後"]);
  expect(paragraphs.map((item) => read(item, "TableNestingLevel"))).toEqual([0, 0, 1, 2, 1, 0]);
  expect(paragraphs.map((item) => read(item, "IsLastParagraph"))).toEqual([false, false, false, false, false, true]);
  expect(read(paragraphs[3], "ParentTableCell", "Body", "Text")).toBe("内");
  expect(read(paragraphs[0], "ParentTableOrNullObject")).toBe(nullObject);
  expect(read(paragraphs[4], "ParentBody", "Type")).toBe("TableCell");
});

test("reviewed text resolves tracked changes, moves and paragraph marks", async () => {
  const { body, paragraphs } = await open({
    body:
      `<w:p><w:pPr><w:rPr><w:del w:id="9" w:author="a"/></w:rPr></w:pPr>${run("甲")}<w:ins w:id="1">${run("加")}</w:ins><w:del w:id="2"><w:r><w:delText>削</w:delText></w:r></w:del></w:p>` +
      `<w:p><w:moveFrom w:id="3">${run("元")}</w:moveFrom><w:moveTo w:id="4">${run("先")}</w:moveTo></w:p>`,
  });
  expect(read(body, "Text")).toBe("甲加削\n元先");
  expect(call(body, "GetReviewedText", "Current")).toBe("甲加先");
  expect(call(body, "GetReviewedText", "Original")).toBe("甲削\n元");
  expect(call(paragraphs[0], "GetText")).toBe("甲加");
});

test("paragraphs keep their identity and find their neighbours", async () => {
  const { body, host, paragraphs } = await open({ body: paragraph("一") + paragraph("二") });
  const [first, second] = paragraphs;
  expect(items(read(body, "Paragraphs"))).toEqual([first, second]);
  expect(call(first, "GetNext")).toBe(second);
  expect(call(first, "GetPreviousOrNullObject")).toBe(nullObject);
  expect(() => call(first, "GetPrevious")).toThrow(expect.objectContaining({ code: "ItemNotFound" }));
  const id = read(first, "UniqueLocalId");
  expect(id).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i);
  expect(call(host.root, "GetParagraphByUniqueLocalId", id)).toBe(first);
});

test("formats come from the paragraph, its list, its styles and the defaults", async () => {
  const { paragraphs } = await open({
    styles:
      '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="1f4e79"/></w:rPr></w:style>',
    body:
      paragraph("見出し", '<w:pStyle w:val="1"/><w:ind w:left="420" w:hanging="210"/>') +
      `<w:p>${run("太", "<w:b/>")}${run("細", '<w:color w:val="FF0000"/>')}</w:p>`,
  });
  const [heading, mixed] = paragraphs;
  expect(read(heading, "Style")).toBe("Heading 1");
  expect(read(heading, "StyleBuiltIn")).toBe("Heading1");
  expect(read(heading, "Alignment")).toBe("Centered");
  expect(read(heading, "OutlineLevel")).toBe(1);
  expect(read(heading, "LeftIndent")).toBe(21);
  expect(read(heading, "FirstLineIndent")).toBe(-10.5);
  expect(read(heading, "SpaceAfter")).toBe(8);
  expect(read(heading, "Font", "Bold")).toBe(true);
  expect(read(heading, "Font", "Color")).toBe("#1F4E79");
  expect(read(heading, "Font", "Size")).toBe(10.5);
  expect(read(mixed, "Style")).toBe("Normal");
  expect(read(mixed, "OutlineLevel")).toBe(10);
  expect(read(mixed, "Font", "Bold")).toBeNull();
  expect(read(mixed, "Font", "Color")).toBe("");
});

test("list strings count as Word does: 第1, 1, (1), ア, restarted below a higher level", async () => {
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const item = (text: string, at: number) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);
  const { paragraphs } = await open({
    numbering: `<w:abstractNum w:abstractNumId="0">${level(0, "decimalFullWidth", "第%1")}${level(1, "decimal", "%2")}${level(2, "decimal", "(%3)")}${level(3, "aiueoFullWidth", "%4")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    body: [
      item("a", 0),
      item("b", 1),
      item("c", 2),
      item("d", 3),
      item("e", 3),
      item("f", 1),
      item("g", 0),
      item("h", 1),
      paragraph("なし"),
    ].join(""),
  });
  const strings = paragraphs.slice(0, 8).map((entry) => read(entry, "ListItem", "ListString"));
  expect(strings).toEqual(["第１", "1", "(1)", "ア", "イ", "2", "第２", "1"]);
  expect(read(paragraphs[4], "ListItem", "Level")).toBe(3);
  expect(read(paragraphs[8], "IsListItem")).toBe(false);
  expect(read(paragraphs[8], "ListItemOrNullObject")).toBe(nullObject);
});

test("headers are read without creating any; a section without one shows the one before", async () => {
  const sectPr = (inner: string) => `<w:sectPr>${inner}</w:sectPr>`;
  const { host, bytes } = await open({
    body: paragraph("一", sectPr('<w:headerReference w:type="default" r:id="rIdH"/>')) + paragraph("二"),
    headers: { rIdH: paragraph("機密性２情報") },
  });
  const sections = items(read(host.root, "Sections"));
  expect(sections.map((section) => read(call(section, "GetHeader", "Primary"), "Text"))).toEqual([
    "機密性２情報",
    "機密性２情報",
  ]);
  expect(read(call(sections[0], "GetFooter", "FirstPage"), "Text")).toBe("");
  expect(sections.map((section) => read(section, "Body", "Text"))).toEqual(["一", "二"]);
  expect(unzipSync(host.save())).toEqual(unzipSync(bytes));
});

test("notes have a reference and a body", async () => {
  const { body, paragraphs } = await open({
    body: `<w:p>${run("本文")}<w:r><w:footnoteReference w:id="2"/></w:r>${run("続き")}</w:p>${paragraph("次")}`,
    footnotes: `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run("注の文")}</w:p></w:footnote>`,
  });
  const [note] = items(read(paragraphs[0], "Footnotes"));
  expect(read(note, "Body", "Text")).toBe("注の文");
  expect(read(note, "Body", "Type")).toBe("Footnote");
  expect(read(note, "Reference", "IsEmpty")).toBe(false);
  expect(items(read(body, "Footnotes"))).toEqual([note]);
  expect(items(read(paragraphs[1], "Footnotes"))).toEqual([]);
});

test("the page's selection is the add-in's, across paragraphs and backwards", async () => {
  const { host, paragraphs } = await open({ body: paragraph("一二三") + paragraph("四五六") });
  host.setSelection({ paragraphIndex: 1, offset: 2 }, { paragraphIndex: 0, offset: 1 });
  const selection = call(host.root, "GetSelection");
  expect(read(selection, "Text")).toBe("二三\n四五");
  expect(items(read(selection, "Paragraphs"))).toEqual(paragraphs);
  expect(host.getSelection()).toEqual({
    anchor: { paragraphIndex: 1, offset: 2 },
    focus: { paragraphIndex: 0, offset: 1 },
  });
  call(paragraphs[1], "Select");
  expect(host.getSelection()?.anchor).toEqual({ paragraphIndex: 1, offset: 0 });
});

test("ranges compare, expand and intersect", async () => {
  const { paragraphs } = await open({ body: paragraph("一") + paragraph("二") + paragraph("三") });
  const [first, second, third] = paragraphs.map((item) => call(item, "GetRange", "Whole"));
  expect(call(first, "CompareLocationWith", second)).toBe("AdjacentBefore");
  expect(call(third, "CompareLocationWith", first)).toBe("After");
  const all = call(first, "ExpandTo", third);
  expect(read(all, "Text")).toBe("一\n二\n三");
  expect(call(second, "CompareLocationWith", all)).toBe("Inside");
  expect(read(call(all, "IntersectWithOrNullObject", second), "Text")).toBe("二");
  expect(call(first, "IntersectWithOrNullObject", third)).toBe(nullObject);
});
