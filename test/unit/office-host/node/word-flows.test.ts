import { createNodeOffice, type NodeOffice } from "@genai-office/office-host/node";
import { createXmldom } from "@genai-office/office-host/package/xmldom";
import { createWordHost, type WordHost } from "@genai-office/office-host/word";
import { buildDocx } from "../../../support/docx-builder";

const body = [
  "<w:p><w:r><w:t>第1　総則</w:t></w:r></w:p>",
  '<w:p><w:r><w:t xml:space="preserve">本規程は、</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>文書</w:t></w:r>' +
    "<w:r><w:t>の取扱いを定める。</w:t></w:r></w:p>",
  "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>区分</w:t></w:r></w:p></w:tc>" +
    "<w:tc><w:p><w:r><w:t>期間</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
  "<w:p><w:r><w:t>文書は五年保存する。</w:t></w:r></w:p>",
].join("");

async function open(): Promise<{ host: WordHost; office: NodeOffice }> {
  const host = await createWordHost(buildDocx({ body }), { dom: createXmldom(), author: "山田" });
  return { host, office: await createNodeOffice({ root: host.root }) };
}

/** The word document through everything: generated and own proxies of office.js, interpreter, model, XML. */
describe("Word.run on a document", () => {
  it("reads paragraphs page by page, those in tables included", async () => {
    const { office } = await open();
    const texts = await office.Word.run(async (context) => {
      const pages: string[] = [];
      for (const skip of [0, 2, 4]) {
        const paragraphs = context.document.body.paragraphs;
        paragraphs.load({ text: true, tableNestingLevel: true, $top: 2, $skip: skip } as object);
        await context.sync();
        pages.push(paragraphs.items.map((item) => `${item.tableNestingLevel}:${item.text}`).join("|"));
      }
      return pages;
    });
    expect(texts).toEqual([
      "0:第1　総則|0:本規程は、文書の取扱いを定める。",
      "1:区分|1:期間",
      "0:文書は五年保存する。",
    ]);
    expect(office.interpreter.liveReferences).toBe(0);
  });

  it("loads everything of a paragraph outside of a table, and tells null objects", async () => {
    const { office } = await open();
    const read = await office.Word.run(async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      first.load();
      first.parentTableOrNullObject.load("rowCount");
      await context.sync();
      return [first.toJSON().text, first.style, first.parentTableOrNullObject.isNullObject];
    });
    expect(read).toEqual(["第1　総則", expect.any(String), true]);
  });

  it("finds words by search and knows their formatting", async () => {
    const { office } = await open();
    const found = await office.Word.run(async (context) => {
      const ranges = context.document.body.search("文書");
      ranges.load("items/text,items/font/bold");
      await context.sync();
      return ranges.items.map((range) => [range.text, range.font.bold]);
    });
    expect(found).toEqual([
      ["文書", true],
      ["文書", false],
    ]);
  });

  it("replaces a word with changes tracked, and takes it back with the newer members", async () => {
    const { office, host } = await open();
    await office.Word.run(async (context) => {
      context.document.changeTrackingMode = "TrackAll";
      const ranges = context.document.body.search("五年");
      ranges.load("items");
      await context.sync();
      ranges.items[0]?.insertText("十年", "Replace");
      await context.sync();
    });
    const changes = await office.Word.run(async (context) => {
      const tracked = context.document.body.getTrackedChanges();
      tracked.load("items/type,items/text,items/author");
      await context.sync();
      return tracked.items.map((change) => [change.type, change.text, change.author]).sort();
    });
    expect(changes).toEqual([
      ["Added", "十年", "山田"],
      ["Deleted", expect.any(String), "山田"],
    ]);
    await office.Word.run(async (context) => {
      context.document.body.getTrackedChanges().rejectAll();
      await context.sync();
    });
    expect(host.paragraphNodes().at(-1)?.textContent).toBe("文書は五年保存する。");
  });

  it("reaches a paragraph by its id in a later run", async () => {
    const { office } = await open();
    const id = await office.Word.run(async (context) => {
      const paragraphs = context.document.body.paragraphs.load("items/uniqueLocalId");
      await context.sync();
      return paragraphs.items[1]?.uniqueLocalId ?? "";
    });
    const text = await office.Word.run(async (context) => {
      const paragraph = context.document.getParagraphByUniqueLocalId(id).load("text");
      await context.sync();
      return paragraph.text;
    });
    expect(text).toBe("本規程は、文書の取扱いを定める。");
  });

  it("says what it does not emulate", async () => {
    const { office } = await open();
    const error = await office.Word.run(async (context) => {
      context.document.body.getHtml();
      await context.sync();
    }).then(
      () => undefined,
      (reason: { code: string; message: string }) => reason,
    );
    expect(error?.code).toBe("NotImplemented");
    expect(error?.message).toContain("Body.getHtml");
  });
});
