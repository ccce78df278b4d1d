import { paragraph, run } from "../../../support/docx-builder";
import { call, items, read, write } from "../../../support/emulated-object";
import { openDocument, type OpenedDocument } from "../../../support/word-document";

const by = (id: number, author = "佐藤") => `w:id="${id}" w:author="${author}" w:date="2026-04-01T09:00:00Z"`;
const plain = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

async function openTracked(body: string): Promise<OpenedDocument> {
  const document = await openDocument({ body });
  write(document.host.root, "ChangeTrackingMode", "TrackAll");
  return document;
}

function changes(document: OpenedDocument) {
  return items(call(document.body, "GetTrackedChanges")).map((change) => [read(change, "Type"), read(change, "Text")]);
}

function find(document: OpenedDocument, text: string) {
  const [range] = items(call(document.body, "_Search2", text, 0));
  if (!range) throw new Error(`${text} was not found`);
  return range;
}

test("the mode is kept in the settings part, which is made when missing", async () => {
  const document = await openTracked(paragraph("a"));
  expect(read(document.host.root, "ChangeTrackingMode")).toBe("TrackAll");
  expect(document.part("word/settings.xml")).toContain("<w:trackRevisions/>");
  expect(document.part("word/_rels/document.xml.rels")).toContain("settings.xml");
  write(document.host.root, "ChangeTrackingMode", "Off");
  expect(document.part("word/settings.xml")).not.toContain("trackRevisions");
  expect(() => write(document.host.root, "ChangeTrackingMode", "Sometimes")).toThrow(
    expect.objectContaining({ code: "InvalidArgument" }),
  );
});

test("replacing marks old and new, and nothing else", async () => {
  const document = await openTracked(`<w:p>${run("これは古い文です。", "<w:b/>")}</w:p>`);
  const inserted = call(find(document, "古い"), "InsertText", "新しい", "Replace");
  expect(read(inserted, "Text")).toBe("新しい");
  const bold = (text: string, element = "t", space = "") =>
    `<w:r><w:rPr><w:b/></w:rPr><w:${element}${space}>${text}</w:${element}></w:r>`;
  const keep = ' xml:space="preserve"';
  expect(document.bodyXml()).toBe(
    `<w:p>${bold("これは", "t", keep)}<w:del ${by(2)}>${bold("古い", "delText", keep)}</w:del><w:ins ${by(1)}>${bold("新しい")}</w:ins>${bold("文です。", "t", keep)}</w:p>`,
  );
  expect(document.texts()).toEqual(["これは古い新しい文です。"]);
  expect(call(document.paragraph(0), "GetReviewedText", "Current")).toBe("これは新しい文です。");
  expect(call(document.paragraph(0), "GetReviewedText", "Original")).toBe("これは古い文です。");
  expect(changes(document)).toEqual([
    ["Deleted", "古い"],
    ["Added", "新しい"],
  ]);
});

test.each(["accept", "reject"])(
  "%sing everything after edits all over gives one of the two texts",
  async (decision) => {
    const before = `${paragraph("一二三")}<w:p>${run("四", "<w:b/>")}<w:r><w:footnoteReference w:id="2"/></w:r>${run("五六")}</w:p>${paragraph("七八")}${paragraph("九")}`;
    const document = await openTracked(before);
    const original = document.texts();
    call(find(document, "二"), "InsertText", "弐", "Replace");
    call(document.paragraph(1), "InsertParagraph", "新段落\n次の段落", "After");
    call(call(find(document, "六"), "ExpandTo", find(document, "七")), "Delete");
    call(document.body, "InsertParagraph", "末尾", "End");
    call(document.body, "InsertText", "先頭", "Start");
    write(read(find(document, "三"), "Font"), "Italic", true);
    write(document.paragraph(0), "Alignment", "Centered");
    call(call(document.body, "GetTrackedChanges"), decision === "accept" ? "AcceptAll" : "RejectAll");
    expect(changes(document)).toEqual([]);
    expect(document.bodyXml()).not.toMatch(/<w:(ins|del|rPrChange|pPrChange|delText) ?/);
    if (decision === "accept") {
      expect(document.texts()).toEqual(["先頭一弐三", "四五八", "九", "末尾"]);
    } else {
      expect(document.texts()).toEqual(original);
      expect(document.bodyXml()).not.toContain("w:jc");
      expect(document.bodyXml()).toContain("footnoteReference");
    }
  },
);

test("deleting one's own insertion removes it, another's is marked", async () => {
  const document = await openTracked(
    `<w:p>${plain("前")}<w:ins ${by(1)}>${plain("自分")}</w:ins><w:ins ${by(2, "鈴木")}>${plain("他人")}</w:ins></w:p>`,
  );
  call(call(find(document, "自分"), "ExpandTo", find(document, "他人")), "Delete");
  expect(document.texts()).toEqual(["前他人"]);
  expect(document.bodyXml()).toContain(
    `<w:ins ${by(2, "鈴木")}><w:del ${by(3)}><w:r><w:delText>他人</w:delText></w:r></w:del></w:ins>`,
  );
  expect(call(document.body, "GetReviewedText", "Current")).toBe("前");
  expect(call(document.body, "GetReviewedText", "Original")).toBe("前");
});

test("typing in another's insertion, or in a deletion, divides it", async () => {
  const document = await openTracked(
    `<w:p><w:ins ${by(1, "鈴木")}>${plain("一二")}</w:ins><w:del ${by(2, "鈴木")}><w:r><w:delText>三四</w:delText></w:r></w:del></w:p>`,
  );
  call(find(document, "一"), "InsertText", "A", "After");
  call(find(document, "三"), "InsertText", "B", "After");
  const xml = document.bodyXml();
  expect(document.texts()).toEqual(["一A二三B四"]);
  expect(xml.match(/w:author="鈴木"/g)).toHaveLength(4);
  expect(xml.match(/w:author="佐藤"/g)).toHaveLength(2);
  expect(xml).not.toMatch(/<w:del [^>]*>(?:(?!<\/w:del>).)*<w:ins/);
});

describe("an inserted paragraph", () => {
  test("in the middle leaves nothing behind when rejected", async () => {
    const document = await openTracked(paragraph("一", '<w:jc w:val="center"/>') + paragraph("二"));
    call(document.paragraph(0), "InsertParagraph", "新", "After");
    expect(changes(document)).toEqual([["Added", "新"]]);
    call(items(call(document.body, "GetTrackedChanges"))[0], "Reject");
    expect(document.bodyXml()).toBe(`${paragraph("一", '<w:jc w:val="center"/>')}${paragraph("二")}`);
  });

  test("at the end marks the mark before it, and leaves nothing behind when rejected", async () => {
    const body = paragraph("一", '<w:jc w:val="center"/>');
    const document = await openTracked(body);
    call(document.body, "InsertParagraph", "末", "End");
    expect(document.bodyXml()).toContain(`<w:rPr><w:ins ${by(1)}/></w:rPr></w:pPr>${run("一")}`);
    call(call(document.body, "GetTrackedChanges"), "RejectAll");
    expect(document.bodyXml()).toBe(body);
  });
});

test("a deleted paragraph keeps its text until accepted", async () => {
  const document = await openTracked(paragraph("一") + paragraph("二") + paragraph("三"));
  call(document.paragraph(1), "Delete");
  expect(document.texts()).toEqual(["一", "二", "三"]);
  expect(call(document.body, "GetReviewedText", "Current")).toBe("一\n三");
  call(call(document.body, "GetTrackedChanges"), "AcceptAll");
  expect(document.bodyXml()).toBe(paragraph("一") + paragraph("三"));
});

test("format changes are recorded once and can be taken back", async () => {
  const document = await openTracked(`<w:p>${run("本文", "<w:i/>")}</w:p>`);
  const font = read(document.paragraph(0), "Font");
  write(font, "Bold", true);
  write(font, "Size", 14);
  const [change] = items(call(document.body, "GetTrackedChanges"));
  expect(read(change, "Type")).toBe("Formatted");
  expect(document.bodyXml().match(/<w:rPrChange /g)).toHaveLength(2);
  call(call(document.body, "GetTrackedChanges"), "RejectAll");
  expect(document.bodyXml()).toBe(`<w:p>${run("本文", "<w:i/>")}</w:p>`);
});

test("moves count as deletion and addition; their marks go with them", async () => {
  const document = await openDocument({
    body:
      `<w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom ${by(2)}>${plain("動く")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${plain("文")}</w:p>` +
      `<w:p>${plain("先")}<w:moveToRangeStart w:id="3" w:name="m"/><w:moveTo ${by(4)}>${plain("動く")}</w:moveTo><w:moveToRangeEnd w:id="3"/></w:p>`,
  });
  expect(changes(document)).toEqual([
    ["Deleted", "動く"],
    ["Added", "動く"],
  ]);
  call(call(document.body, "GetTrackedChanges"), "AcceptAll");
  expect(document.bodyXml()).toBe(`<w:p>${plain("文")}</w:p><w:p>${plain("先")}${plain("動く")}</w:p>`);
});

test("rows that were inserted go when rejected, merged cells are not emulated", async () => {
  const row = (text: string, change = "") =>
    `<w:tr>${change === "" ? "" : `<w:trPr>${change}</w:trPr>`}<w:tc>${paragraph(text)}</w:tc></w:tr>`;
  const document = await openDocument({
    body: `<w:tbl>${row("一")}${row("二", `<w:ins ${by(1)}/>`)}</w:tbl>${paragraph("")}`,
  });
  call(call(document.body, "GetTrackedChanges"), "RejectAll");
  expect(document.texts()).toEqual(["一", ""]);
  const cells = await openDocument({
    body: `<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns ${by(1)}/></w:tcPr>${paragraph("一")}</w:tc></w:tr></w:tbl>${paragraph("")}`,
  });
  expect(() => call(call(cells.body, "GetTrackedChanges"), "AcceptAll")).toThrow(
    expect.objectContaining({ code: "NotImplemented", message: expect.stringContaining("cellIns") as string }),
  );
});

test("changes have author, date and a range; a paragraph knows its own", async () => {
  const document = await openDocument({
    body: `${paragraph("一")}<w:p>${plain("二")}<w:ins ${by(1, "鈴木")}>${plain("三")}</w:ins></w:p>`,
  });
  expect(items(call(document.paragraph(0), "GetTrackedChanges"))).toEqual([]);
  const collection = call(document.paragraph(1), "GetTrackedChanges");
  const change = call(collection, "GetFirst");
  expect(items(call(document.body, "GetTrackedChanges"))).toEqual([change]);
  expect([read(change, "Author"), read(change, "Date"), read(call(change, "GetRange"), "Text")]).toEqual([
    "鈴木",
    "2026-04-01T09:00:00Z",
    "三",
  ]);
});
