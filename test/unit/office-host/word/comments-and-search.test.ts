import { unzipSync } from "fflate";
import { paragraph, run } from "../../../support/docx-builder";
import { call, items, read, write } from "../../../support/emulated-object";
import { openDocument } from "../../../support/word-document";

const plain = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

describe("comments", () => {
  test("are added with their part, read back, changed and deleted without a trace in the text", async () => {
    const body = `<w:p>${run("これは長い文です。", "<w:b/>")}</w:p>`;
    const document = await openDocument({ body });
    const [range] = items(call(document.body, "_Search2", "長い", 0));
    const comment = call(range, "InsertComment", "短く\nしてください");
    expect(read(comment, "Content")).toBe("短く\nしてください");
    expect(read(comment, "AuthorName")).toBe("佐藤");
    expect(read(comment, "CreationDate")).toBe("2026-04-01T09:00:00Z");
    expect(read(call(comment, "GetRange"), "Text")).toBe("長い");
    expect(items(call(document.paragraph(0), "GetComments"))).toEqual([comment]);
    expect(document.texts()).toEqual(["これは長い文です。"]);
    expect(document.bodyXml()).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r>.*長い.*<\/w:r><w:commentRangeEnd w:id="0"\/><w:r><w:commentReference w:id="0"\/><\/w:r>/,
    );
    expect(document.part("[Content_Types].xml")).toContain("comments+xml");
    expect(document.part("word/_rels/document.xml.rels")).toContain("relationships/comments");
    write(comment, "Content", "直した");
    write(comment, "Resolved", true);
    expect([read(comment, "Content"), read(comment, "Resolved")]).toEqual(["直した", true]);
    expect(document.part("word/commentsExtended.xml")).toContain('w15:done="1"');
    call(comment, "Delete");
    expect(items(call(document.body, "GetComments"))).toEqual([]);
    expect(document.bodyXml()).not.toContain("comment");
    expect(document.part("word/comments.xml")).not.toContain("<w:comment ");
  });

  test("replies belong to their comment and are not comments of the text", async () => {
    const comment = (id: number, para: string, text: string) =>
      `<w:comment w:id="${id}" w:author="a" w:date="2020-01-01T00:00:00Z"><w:p w14:paraId="${para}">${plain(text)}</w:p></w:comment>`;
    const document = await openDocument({
      body: `<w:p><w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>${plain("文")}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r></w:p>`,
      comments: comment(1, "00000001", "意見") + comment(2, "00000002", "返事"),
      relationships: [["rIdX", "commentsExtended", "commentsExtended.xml"]],
      parts: {
        "word/commentsExtended.xml":
          '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/></w15:commentsEx>',
      },
    });
    const [first, ...rest] = items(call(document.body, "GetComments"));
    expect(rest).toEqual([]);
    expect(read(first, "Resolved")).toBe(true);
    expect(items(read(first, "Replies")).map((reply) => read(reply, "Content"))).toEqual(["返事"]);
    call(first, "Delete");
    expect(document.bodyXml()).toBe(`<w:p>${plain("文")}</w:p>`);
  });

  test("across paragraphs and on tracked text", async () => {
    const document = await openDocument({
      body: `<w:p>${plain("一")}<w:ins w:id="5" w:author="x">${plain("二三")}</w:ins></w:p>${paragraph("四五")}`,
    });
    const [from] = items(call(document.body, "_Search2", "三", 0));
    const [to] = items(call(document.body, "_Search2", "四", 0));
    const comment = call(call(from, "ExpandTo", to), "InsertComment", "確認");
    expect(read(call(comment, "GetRange"), "Text")).toBe("三\n四");
    expect(items(call(document.paragraph(1), "GetComments"))).toEqual([comment]);
    expect(document.texts()).toEqual(["一二三", "四五"]);
    expect(document.bodyXml()).not.toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*comment/);
  });
});

describe("search", () => {
  const texts = (collection: Parameters<typeof items>[0]) => items(collection).map((range) => read(range, "Text"));

  test("finds across runs, ignoring case unless asked, and changes nothing", async () => {
    const document = await openDocument({ body: `<w:p>${plain("Ab")}${run("c ab", "<w:b/>")}${plain("C")}</w:p>` });
    expect(texts(call(document.body, "Search", "abc", {}))).toEqual(["Abc", "abC"]);
    expect(texts(call(document.body, "_Search2", "Abc", 1))).toEqual(["Abc"]);
    expect(unzipSync(document.host.save())).toEqual(unzipSync(document.bytes));
  });

  test.each<[string, string, number, string[]]>([
    ["whole words of Latin letters", "cat", 2, ["cat"]],
    ["prefixes", "cat", 8, ["cat", "cat"]],
    ["suffixes", "cat", 16, ["cat", "cat"]],
    ["whole words in Japanese text, which has no spaces", "猫", 2, ["猫"]],
    ["without spaces and punctuation", "黒猫白猫", 32 + 64, ["黒 猫、白猫"]],
    ["tabs by their code", "^t後", 0, ["\t後"]],
  ])("%s", async (_, needle, flags, expected) => {
    const document = await openDocument({
      body: `${paragraph("cat concat cats")}${paragraph("黒 猫、白猫")}<w:p><w:r><w:tab/><w:t>後</w:t></w:r></w:p>`,
    });
    const found = texts(call(document.body, "_Search2", needle, flags));
    expect(needle === "猫" ? found.slice(0, 1) : found).toEqual(expected);
  });

  test("notes, objects and paragraphs interrupt a match", async () => {
    const document = await openDocument({
      body: `<w:p>${plain("前")}<w:r><w:footnoteReference w:id="2"/></w:r>${plain("後")}</w:p>${paragraph("次")}`,
    });
    expect(texts(call(document.body, "_Search2", "前後", 0))).toEqual([]);
    expect(texts(call(document.body, "_Search2", "後次", 0))).toEqual([]);
    expect(texts(call(document.body, "_Search2", "後", 0))).toEqual(["後"]);
  });

  test.each([
    ["", 0, "SearchStringInvalidOrTooLong"],
    ["あ".repeat(256), 0, "SearchStringInvalidOrTooLong"],
    ["a*", 4, "NotImplemented"],
    ["^p", 0, "NotImplemented"],
  ])("refuses %j with flags %d", async (needle, flags, code) => {
    const document = await openDocument({ body: paragraph("a") });
    expect(() => call(document.body, "_Search2", needle, flags)).toThrow(expect.objectContaining({ code }));
  });

  test("in a range finds only what lies in it", async () => {
    const document = await openDocument({ body: paragraph("甲乙甲乙甲") });
    const [first] = items(call(document.body, "_Search2", "乙甲乙", 0));
    expect(texts(call(first, "_Search2", "甲", 0))).toEqual(["甲"]);
  });
});
