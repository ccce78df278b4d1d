import { unzipSync } from "fflate";
import { paragraph, run } from "../../../support/docx-builder";
import { call, items, read, write } from "../../../support/emulated-object";
import { openDocument } from "../../../support/word-document";

const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
const plain = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

function find(scope: Parameters<typeof call>[0], text: string) {
  const [range] = items(call(scope, "_Search2", text, 0));
  if (!range) throw new Error(`${text} was not found`);
  return range;
}

describe("Range.insertText", () => {
  test("Replace keeps the first run's properties and all else", async () => {
    const document = await openDocument({
      body: `<w:p><w:bookmarkStart w:id="1" w:name="x"/>${run("一二", "<w:b/>")}${run("三四", "<w:i/>")}${note}<w:bookmarkEnd w:id="1"/></w:p>`,
    });
    const inserted = call(find(document.body, "二三"), "InsertText", "新", "Replace");
    expect(read(inserted, "Text")).toBe("新");
    expect(document.bodyXml()).toBe(
      `<w:p><w:bookmarkStart w:id="1" w:name="x"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">一</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>新</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">四</w:t></w:r>${note}<w:bookmarkEnd w:id="1"/></w:p>`,
    );
  });

  test("Start and End widen the range, Before and After do not", async () => {
    const document = await openDocument({ body: paragraph("前中後") });
    const range = find(document.body, "中");
    for (const [text, location] of [
      ["a", "Start"],
      ["b", "End"],
      ["c", "Before"],
      ["d", "After"],
    ]) {
      call(range, "InsertText", text as string, location as string);
    }
    expect(document.texts()).toEqual(["前ca中bd後"]);
    expect(read(range, "Text")).toBe("a中b");
  });

  test("inside a link stays inside, at the end of the paragraph goes outside", async () => {
    const link = (inner: string) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`;
    const document = await openDocument({ body: `<w:p>${link(plain("リンク"))}</w:p>` });
    call(find(document.body, "リ"), "InsertText", "り", "Replace");
    call(document.paragraph(0), "InsertText", "外", "End");
    expect(document.bodyXml()).toBe(`<w:p>${link(`${plain("り")}${plain("ンク")}`)}${plain("外")}</w:p>`);
  });

  test("line breaks and tabs become elements, line ends paragraphs", async () => {
    const document = await openDocument({ body: paragraph("前後", '<w:jc w:val="center"/>') });
    const range = call(call(find(document.body, "前"), "GetRange", "End"), "InsertText", "a\tb\u000bc\nd", "Start");
    expect(document.texts()).toEqual(["前a\tb\u000bc", "d後"]);
    expect(read(range, "Text")).toBe("a\tb\u000bc\nd");
    expect(document.paragraphs().map((item) => read(item, "Alignment"))).toEqual(["Centered", "Centered"]);
  });

  test("other ranges follow", async () => {
    const document = await openDocument({ body: paragraph("一二三四五") });
    const four = find(document.body, "四");
    call(find(document.body, "二"), "InsertText", "弐弐弐", "Replace");
    expect(read(four, "Text")).toBe("四");
    call(find(document.body, "弐"), "InsertText", "\n", "Replace");
    expect(read(four, "Text")).toBe("四");
    expect(document.texts()).toEqual(["一", "弐弐三四五"]);
    call(four, "Delete");
    expect(read(four, "IsEmpty")).toBe(true);
    expect(document.texts()).toEqual(["一", "弐弐三五"]);
  });

  test.each(["\u0000", "a\u0008", "\ud800", "\uffff"])("refuses what a document cannot hold: %j", async (text) => {
    const document = await openDocument({ body: paragraph("本文") });
    expect(() => call(document.paragraph(0), "InsertText", text, "End")).toThrow(
      expect.objectContaining({ code: "InvalidArgument" }),
    );
    expect(unzipSync(document.host.save())).toEqual(unzipSync(document.bytes));
  });
});

test("Paragraph.insertText Replace erases footnotes, as Word does", async () => {
  const document = await openDocument({ body: `<w:p>${run("本文", "<w:b/>")}${note}${plain("続き")}</w:p>` });
  call(document.paragraph(0), "InsertText", "新", "Replace");
  expect(document.bodyXml()).toBe("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>新</w:t></w:r></w:p>");
});

test("deleting part of a field leaves the field whole; deleting around it takes it along", async () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${plain("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const document = await openDocument({ body: `<w:p>${plain("前")}${field}${plain("後")}</w:p>` });
  const part = call(find(document.body, "前"), "ExpandTo", find(document.body, "1"));
  call(part, "Delete");
  expect(document.texts()).toEqual(["2後"]);
  expect(document.bodyXml().match(/fldChar /g)).toHaveLength(3);
  call(document.paragraph(0), "InsertText", "全部", "Replace");
  expect(document.bodyXml()).toBe(`<w:p>${plain("全部")}</w:p>`);
});

describe("insertParagraph", () => {
  const properties = '<w:pStyle w:val="a1"/><w:numPr><w:numId w:val="1"/></w:numPr>';
  test("takes the properties of the paragraph it stands beside, the section break apart", async () => {
    const document = await openDocument({
      body: `<w:p w14:paraId="1A2B3C4D"><w:pPr>${properties}<w:sectPr/></w:pPr>${run("見出し", '<w:color w:val="FF0000"/>')}</w:p>${paragraph("後")}`,
    });
    const created = call(document.paragraph(0), "InsertParagraph", "新\n二", "After");
    expect(document.texts()).toEqual(["見出し", "新", "二", "後"]);
    expect(document.paragraph(1)).toBe(created);
    expect(document.bodyXml()).toContain(
      `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>新</w:t></w:r></w:p>`,
    );
    expect(document.bodyXml().match(/sectPr/g)).toHaveLength(1);
  });

  test("at the start and end of a body, also after a table", async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph("欄")}</w:tc></w:tr></w:tbl>`;
    const document = await openDocument({ body: paragraph("本文") + table });
    call(document.body, "InsertParagraph", "末", "End");
    call(document.body, "InsertParagraph", "頭", "Start");
    expect(document.texts()).toEqual(["頭", "本文", "欄", "", "末"]);
    expect(read(document.paragraph(4), "TableNestingLevel")).toBe(0);
  });

  test("into a header that did not exist makes it", async () => {
    const document = await openDocument({ body: paragraph("本文") });
    const [section] = items(read(document.host.root, "Sections"));
    const header = call(section, "GetHeader", "Primary");
    call(header, "InsertParagraph", "機密性２", "Start");
    expect(document.part("word/header1.xml")).toContain("機密性２");
    expect(document.part("word/document.xml")).toMatch(
      /<w:sectPr><w:headerReference w:type="default" r:id="rId\d+"\/>/,
    );
    expect(document.part("[Content_Types].xml")).toContain("/word/header1.xml");
  });
});

describe("delete", () => {
  test("of a paragraph removes it; the last one is emptied", async () => {
    const document = await openDocument({ body: paragraph("一") + paragraph("二") + paragraph("三") });
    call(document.paragraph(1), "Delete");
    expect(document.texts()).toEqual(["一", "三"]);
    call(document.paragraph(1), "Delete");
    expect(document.texts()).toEqual(["一", ""]);
  });

  test("across paragraphs joins them; bookmarks that reach further stay", async () => {
    const document = await openDocument({
      body: `${paragraph("一二", '<w:jc w:val="center"/>')}<w:p><w:bookmarkStart w:id="7" w:name="b"/>${plain("中")}</w:p><w:p>${plain("三四")}<w:bookmarkEnd w:id="7"/></w:p>`,
    });
    call(call(find(document.body, "二"), "ExpandTo", find(document.body, "三")), "Delete");
    expect(document.texts()).toEqual(["一四"]);
    expect(document.bodyXml()).toContain('<w:bookmarkStart w:id="7" w:name="b"/>');
    expect(document.bodyXml()).toContain('<w:bookmarkEnd w:id="7"/>');
    expect(read(document.paragraph(0), "Alignment")).toBe("Centered");
  });

  test("in a cell never takes the cell's last paragraph; a table within goes whole", async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph("甲")}${paragraph("乙")}</w:tc><w:tc>${paragraph("丙")}</w:tc></w:tr></w:tbl>`;
    const document = await openDocument({ body: paragraph("前") + table + paragraph("後") });
    call(call(document.paragraph(1), "GetRange"), "ExpandTo", call(document.paragraph(3), "GetRange"));
    const cells = call(call(document.paragraph(1), "GetRange"), "ExpandTo", call(document.paragraph(3), "GetRange"));
    call(cells, "Delete");
    expect(document.texts()).toEqual(["前", "", "", "後"]);
    call(document.body, "Clear");
    expect(document.texts()).toEqual([""]);
    expect(document.bodyXml()).not.toContain("w:tbl");
  });
});

test("formats are written where the schema wants them, as explicit values", async () => {
  const document = await openDocument({
    body: paragraph("本文", '<w:ind w:firstLineChars="100"/><w:rPr><w:sz w:val="20"/></w:rPr>'),
  });
  const first = document.paragraph(0);
  write(first, "Alignment", "Right");
  write(first, "SpaceAfter", 6);
  write(first, "FirstLineIndent", -10.5);
  const font = read(find(document.body, "本"), "Font");
  write(font, "Bold", true);
  write(font, "Color", "red");
  write(font, "Size", 10.5);
  expect(document.bodyXml()).toBe(
    '<w:p><w:pPr><w:spacing w:after="120"/><w:ind w:hanging="210" w:hangingChars="0"/><w:jc w:val="right"/><w:rPr><w:sz w:val="20"/></w:rPr></w:pPr>' +
      '<w:r><w:rPr><w:b/><w:bCs/><w:color w:val="FF0000"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr><w:t xml:space="preserve">本</w:t></w:r><w:r><w:t xml:space="preserve">文</w:t></w:r></w:p>',
  );
  write(font, "Bold", false);
  expect(document.bodyXml()).toContain('<w:b w:val="0"/><w:bCs w:val="0"/>');
  expect(() => write(first, "Alignment", "Middle")).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
});

test("styles are set by shown or built-in name; one that is missing is added", async () => {
  const document = await openDocument({
    styles:
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="本文書式"/></w:style>',
    body: paragraph("一", '<w:pStyle w:val="b"/>') + paragraph("二"),
  });
  write(document.paragraph(0), "StyleBuiltIn", "Normal");
  write(document.paragraph(1), "Style", "本文書式");
  expect(document.paragraphs().map((item) => read(item, "Style"))).toEqual(["Normal", "本文書式"]);
  write(document.paragraph(0), "StyleBuiltIn", "Heading2");
  expect(document.part("word/styles.xml")).toContain('<w:name w:val="heading 2"/><w:basedOn w:val="a"/>');
  expect(read(document.paragraph(0), "OutlineLevel")).toBe(2);
  expect(() => write(document.paragraph(0), "Style", "ない書式")).toThrow(
    expect.objectContaining({ code: "ItemNotFound" }),
  );
});

test("a protected document refuses every write and says so in its properties", async () => {
  const document = await openDocument({
    settings: '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
    body: paragraph("本文"),
  });
  const denied = expect.objectContaining({ code: "AccessDenied" });
  expect(read(document.host.root, "Properties", "Security")).toBe(8);
  expect(() => call(document.paragraph(0), "InsertText", "x", "End")).toThrow(denied);
  expect(() => call(call(document.paragraph(0), "GetRange"), "InsertComment", "x")).toThrow(denied);
  expect(() => write(document.host.root, "ChangeTrackingMode", "TrackAll")).toThrow(denied);
  expect(() => write(read(document.paragraph(0), "Font"), "Bold", true)).toThrow(denied);
  expect(unzipSync(document.host.save())).toEqual(unzipSync(document.bytes));
});

test("listeners hear of changes and of the selection", async () => {
  const document = await openDocument({ body: paragraph("本文") });
  const parts: string[] = [];
  let selections = 0;
  const stop = document.host.onChanged((change) => parts.push(change.partName));
  document.host.onSelectionChanged(() => selections++);
  call(document.paragraph(0), "InsertText", "x", "End");
  call(document.paragraph(0), "Select");
  stop();
  call(document.paragraph(0), "InsertText", "y", "End");
  expect(parts).toEqual(["word/document.xml"]);
  expect(selections).toBe(1);
  expect(read(document.host.root, "Saved")).toBe(false);
});

test("properties of the file are read, and written where Office.js can write them", async () => {
  const document = await openDocument({
    body: paragraph("本文"),
    properties: { "dc:title": "古い題名", "dc:creator": "作成者", "cp:revision": "3" },
  });
  const properties = read(document.host.root, "Properties");
  expect([read(properties, "Title"), read(properties, "Author"), read(properties, "RevisionNumber")]).toEqual([
    "古い題名",
    "作成者",
    "3",
  ]);
  write(properties, "Title", "新しい題名");
  write(properties, "Keywords", "予算");
  expect(document.part("docProps/core.xml")).toContain("<dc:title>新しい題名</dc:title>");
  expect(document.part("docProps/core.xml")).toContain("<cp:keywords>予算</cp:keywords>");
});

test("a paragraph break inside an inline content control is refused before anything changes", async () => {
  const document = await openDocument({
    body: `<w:p><w:sdt><w:sdtContent>${plain("一二")}</w:sdtContent></w:sdt></w:p>`,
  });
  const xml = document.bodyXml();
  expect(() => call(find(document.body, "一"), "InsertText", "a\nb", "After")).toThrow(
    expect.objectContaining({ code: "NotImplemented" }),
  );
  expect(document.texts()).toEqual(["一二"]);
  expect(document.bodyXml().match(/<w:sdt>/g)).toEqual(xml.match(/<w:sdt>/g));
});

test("lines inserted at the edge of an inline content control leave it whole", async () => {
  const control = `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>${plain("欄")}</w:sdtContent></w:sdt>`;
  const document = await openDocument({ body: `<w:p>${control}</w:p>` });
  call(document.paragraph(0), "InsertText", "前\n", "Start");
  call(document.paragraph(1), "InsertText", "\n後", "End");
  expect(document.bodyXml()).toBe(`<w:p>${plain("前")}</w:p><w:p>${control}</w:p><w:p>${plain("後")}</w:p>`);
});
