import { strFromU8, unzipSync } from "fflate";
import { createWordDocument, type DocumentPort } from "@genai-office/word-addin/document";
import type { Block, Edit, GenaiError } from "@genai-office/shared/vocabulary";
import { createXmldom } from "@genai-office/office-host/package/xmldom";
import { buildDocx } from "../../../support/docx-builder";
import { openInNode, type WordInNode } from "../../../support/word-in-node";

const wrap = (name: string, content: string) => (content === "" ? "" : `<${name}>${content}</${name}>`);

const paragraph = (id: string, text: string, properties = "", run = "") =>
  `<w:p w14:paraId="${id}">${wrap("w:pPr", properties)}<w:r>${wrap("w:rPr", run)}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const styles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';

const table =
  '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>' +
  paragraph("00000010", "経費　1,250万円") +
  "</w:tc></w:tr></w:tbl>";

const report = {
  styles,
  body:
    paragraph("00000001", "第１　調査の概要", '<w:pStyle w:val="h1"/>') +
    paragraph("00000002", "本調査は、全国の市区町村を対象に実施した。", "", "<w:b/>") +
    paragraph("00000003", "回答率は８６．８％であり、前年度を上回った。回答率の内訳は別紙のとおり。") +
    "<w:p/>" +
    table +
    paragraph("00000004", "以上の結果を踏まえ、来年度の方針を定める。", '<w:jc w:val="both"/>'),
};

const tracked = paragraph("00000020", "予算は").replace(
  "</w:p>",
  '<w:del w:id="1" w:author="審査者" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>百万円</w:delText></w:r></w:del>' +
    '<w:ins w:id="2" w:author="審査者" w:date="2026-01-01T00:00:00Z"><w:r><w:t>二百万円</w:t></w:r></w:ins></w:p>',
);

let word: WordInNode;
let port: DocumentPort;

async function open(
  document: Parameters<typeof buildDocx>[0] = report,
  options: Parameters<typeof openInNode>[1] = {},
): Promise<void> {
  word = await openInNode(buildDocx(document), options);
  port = createWordDocument();
}

afterEach(() => word.dispose());

const dom = createXmldom();

/** The document part as it would be saved now, in one spelling: a part that was never touched keeps the test's own. */
const documentXml = () => dom.serialize(dom.parse(strFromU8(unzipSync(word.host.save())["word/document.xml"]!)));

const round = () => word.office.syncs.filter(({ cleanup }) => !cleanup).length;

async function blockWith(words: string): Promise<Block> {
  const { blocks } = await port.read();
  return blocks.find(({ text }) => text.includes(words))!;
}

const failure = async (work: Promise<unknown>) =>
  (await work.then(
    () => undefined,
    (error: unknown) => error,
  )) as GenaiError | undefined;

describe("reading", () => {
  it("gives paragraphs as blocks with kind and level, and leaves empty ones out", async () => {
    await open();
    const { scope, blocks, markings } = await port.read();
    expect(scope).toBe("document");
    expect(blocks.map(({ kind, level, text }) => [kind, level, text.slice(0, 4)])).toEqual([
      ["heading", 1, "第１　調"],
      ["paragraph", undefined, "本調査は"],
      ["paragraph", undefined, "回答率は"],
      ["table-cell", undefined, "経費　1"],
      ["paragraph", undefined, "以上の結"],
    ]);
    expect(markings.fileName).toBe("報告.docx");
  });

  it("reads a selection as its whole paragraphs", async () => {
    await open();
    word.host.setSelection({ paragraphIndex: 1, offset: 3 }, { paragraphIndex: 2, offset: 2 });
    expect(await port.summarizeScope()).toEqual({ scope: "selection", paragraphs: 2, characters: 57 });
    const { scope, blocks } = await port.read();
    expect(scope).toBe("selection");
    expect(blocks.map(({ text }) => text.slice(0, 3))).toEqual(["本調査", "回答率"]);
  });

  it("finds markings in headers of every section, in text boxes and on the first page", async () => {
    const box =
      '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>' +
      "<w:p><w:r><w:t>取扱注意</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>";
    await open({
      styles,
      headers: { rId51: box, rId52: paragraph("000000A1", "機密性2情報") },
      body:
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId51"/></w:sectPr></w:pPr><w:r><w:t>表紙</w:t></w:r></w:p>' +
        paragraph("00000031", "本文"),
      sectionProperties: '<w:sectPr><w:headerReference w:type="default" r:id="rId52"/></w:sectPr>',
    });
    const { markings } = await port.read();
    expect(markings.headers).toEqual(expect.arrayContaining(["取扱注意", "機密性2情報"]));
    expect(markings.firstPage).toEqual(expect.arrayContaining(["表紙"]));
  });

  it.each(["web", "ltsc-2021"] as const)("leaves tracked deletions out (%s)", async (profile) => {
    await open({ styles, body: tracked + paragraph("00000021", "以上") }, { profile });
    const { blocks } = await port.read();
    expect(blocks[0]).toMatchObject({ text: "予算は二百万円", contains: { revisions: true } });
    expect(blocks[1]!.contains).toBeUndefined();
  });

  it("says that a document without text is empty", async () => {
    await open({ body: "<w:p/><w:p/>" });
    expect(await failure(port.read())).toMatchObject({ code: "document-empty" });
  });

  it("stops when aborted", async () => {
    await open();
    const stop = new AbortController();
    stop.abort();
    expect(await failure(port.read(stop.signal))).toMatchObject({ code: "aborted" });
  });

  it("reads a long document in 2 + paragraphs/500 round trips", async () => {
    const body = Array.from({ length: 2_200 }, (_, index) =>
      paragraph((0x1000 + index).toString(16).padStart(8, "0"), `第${index}項　ここに本文がある。`),
    ).join("");
    await open({ body });
    const { blocks } = await port.read();
    expect(blocks).toHaveLength(2_200);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(2_200);
    expect(blocks.at(-1)!.text).toContain("第2199項");
    expect(round()).toBeLessThanOrEqual(3 + 2_200 / 500);
  });
});

describe("applying and taking back", () => {
  const below = (blockId: string): Edit => ({
    type: "insert-below",
    blockId,
    paragraphs: ["【AIによる下書き・要約】", "回答率は８６．８％である。"],
  });

  it.each<[string, string, (id: string) => Edit]>([
    ["below a paragraph", "回答率", below],
    ["below a heading", "調査の概要", below],
    ["below a table", "経費", below],
    ["at the end of the document", "以上の結果", below],
    ["comment", "回答率", (blockId) => ({ type: "comment", blockIds: [blockId], text: "要約です。\n二行目。" })],
    ["replacement", "回答率", (blockId) => ({ type: "replace-blocks", blockIds: [blockId], paragraphs: ["短い文。"] })],
  ])("%s: two round trips, and 元に戻す gives the same document", async (_name, words, edit) => {
    await open();
    const block = await blockWith(words);
    const before = documentXml();
    word.office.syncs.length = 0;
    const applied = await port.apply([edit(block.id)]);
    expect(round()).toBe(2);
    expect(documentXml()).not.toBe(before);
    await applied.undo();
    expect(documentXml()).toBe(before);
  });

  it.each([
    ["the whole document", ""],
    ["a document that ends in a heading", paragraph("00000005", "第２　今後の方針", '<w:pStyle w:val="h1"/>')],
  ])("replaces %s: the summary is there, marked, and 元に戻す gives the same document", async (_name, end) => {
    await open({ ...report, body: report.body + end });
    const { blocks } = await port.read();
    const before = documentXml();
    const blockIds = blocks.filter(({ kind }) => kind !== "table-cell").map(({ id }) => id);
    const edit: Edit = { type: "replace-blocks", blockIds: blockIds.slice(-1), paragraphs: ["【AI】", "要約の文。"] };
    const applied = await port.apply([edit]);
    expect(documentXml()).toMatch(/<w:ins [^>]*>.*要約の文。/s);
    expect((await port.read()).blocks.at(-1)!.text).toBe("要約の文。");
    await applied.undo();
    expect(documentXml()).toBe(before);
  });

  it("replaces every paragraph of a document", async () => {
    await open({ styles, body: paragraph("00000041", "一つ目。") + paragraph("00000042", "二つ目。") });
    const { blocks } = await port.read();
    const before = documentXml();
    const blockIds = blocks.map(({ id }) => id);
    const applied = await port.apply([{ type: "replace-blocks", blockIds, paragraphs: ["要約の文。"] }]);
    expect((await port.read()).blocks.map(({ text }) => text)).toEqual(["要約の文。"]);
    await applied.undo();
    expect(documentXml()).toBe(before);
  });

  it("makes text of a model fit for Word: controls go, line breaks begin paragraphs", async () => {
    await open();
    const block = await blockWith("以上の結果");
    const before = documentXml();
    const applied = await port.apply([
      { type: "insert-below", blockId: block.id, paragraphs: ["ラベル", "一\u0007行目\n二行目\ud842"] },
    ]);
    expect((await port.read()).blocks.slice(-3).map(({ text }) => text)).toEqual(["ラベル", "一行目", "二行目"]);
    await applied.undo();
    expect(documentXml()).toBe(before);
  });

  it("inserts below a heading in the look of plain text", async () => {
    await open();
    await port.apply([below((await blockWith("調査の概要")).id)]);
    const { blocks } = await port.read();
    expect(blocks[1]).toMatchObject({ kind: "paragraph", text: "【AIによる下書き・要約】" });
    expect(blocks[2]).toMatchObject({ kind: "paragraph", text: "回答率は８６．８％である。" });
    expect(blocks[3]!.text).toContain("本調査は");
  });

  it("replaces as a tracked change that a reviewer can reject, and leaves the tracking switch as it was", async () => {
    await open();
    const block = await blockWith("回答率");
    await port.apply([{ type: "replace-blocks", blockIds: [block.id], paragraphs: ["要約。"] }]);
    const xml = documentXml();
    expect(xml).toMatch(/<w:del [^>]*>.*回答率は８６．８％/s);
    expect(xml).toMatch(/<w:ins [^>]*>.*要約。/s);
    await Word.run(async (context) => {
      context.document.load("changeTrackingMode");
      await context.sync();
      expect(context.document.changeTrackingMode).toBe("Off");
    });
    expect((await port.read()).blocks.map(({ text }) => text)).not.toContain(block.text);
  });

  it("replaces only the characters that differ, at the right one of equal words", async () => {
    await open();
    const block = await blockWith("回答率");
    const start = block.text.lastIndexOf("回答率");
    const edit: Edit = {
      type: "replace-span",
      blockId: block.id,
      span: { start, end: start + 3 },
      expected: "回答率",
      text: "回収率",
    };
    const applied = await port.apply([edit]);
    expect(documentXml()).toMatch(/<w:delText[^>]*>答<\/w:delText>/);
    expect((await blockWith("回収率")).text).toBe(
      "回答率は８６．８％であり、前年度を上回った。回収率の内訳は別紙のとおり。",
    );
    await applied.undo();
    expect((await blockWith("内訳")).text).toBe(block.text);
    expect(documentXml()).not.toMatch(/<w:(ins|del) /);
  });

  it("takes 500 edits in at most 2 + 500/200 round trips", async () => {
    const body = Array.from({ length: 500 }, (_, index) =>
      paragraph((0x2000 + index).toString(16).padStart(8, "0"), `項目${index}の内容を示す。`),
    ).join("");
    await open({ body });
    const { blocks } = await port.read();
    word.office.syncs.length = 0;
    const edits = blocks.map((block): Edit => {
      const start = block.text.indexOf("示す");
      return {
        type: "replace-span",
        blockId: block.id,
        span: { start, end: start + 2 },
        expected: "示す",
        text: "記す",
      };
    });
    expect(await port.apply(edits)).toMatchObject({ edits: 500 });
    expect(round()).toBeLessThanOrEqual(2 + 500 / 200);
  });
});

describe("refusing, with the document as it was", () => {
  it("an edit of a paragraph that changed after it was read", async () => {
    await open();
    const block = await blockWith("回答率");
    await Word.run(async (context) => {
      context.document.body.paragraphs.getFirst().getNext().getNext().insertText("追記", "End");
      await context.sync();
    });
    const before = documentXml();
    const error = await failure(port.apply([{ type: "comment", blockIds: [block.id], text: "要約" }]));
    expect(error).toMatchObject({ code: "document-changed" });
    expect(documentXml()).toBe(before);
  });

  it("an edit of a paragraph that is gone", async () => {
    await open();
    const block = await blockWith("回答率");
    await Word.run(async (context) => {
      context.document.body.paragraphs.getFirst().getNext().getNext().delete();
      await context.sync();
    });
    const error = await failure(port.apply([{ type: "comment", blockIds: [block.id], text: "要約" }]));
    expect(error).toMatchObject({ code: "document-changed" });
  });

  it("a replacement of paragraphs with somebody's tracked changes", async () => {
    await open({ styles, body: tracked + paragraph("00000021", "以上") });
    const block = await blockWith("予算");
    const before = documentXml();
    const error = await failure(port.apply([{ type: "replace-blocks", blockIds: [block.id], paragraphs: ["要約"] }]));
    expect(error).toMatchObject({ code: "document-has-revisions" });
    expect(documentXml()).toBe(before);
  });

  it("any edit of a protected document", async () => {
    await open({ ...report, settings: '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>' });
    const block = await blockWith("回答率");
    const before = documentXml();
    const error = await failure(port.apply([{ type: "insert-below", blockId: block.id, paragraphs: ["要約"] }]));
    expect(error).toMatchObject({ code: "document-protected" });
    expect(documentXml()).toBe(before);
  });

  it("a tracked replacement and a comment on LTSC 2021, where inserting below still works", async () => {
    await open(report, { profile: "ltsc-2021" });
    expect(port.capabilities()).toEqual({ insertBelow: true, replaceTracked: false, comment: false });
    const block = await blockWith("回答率");
    const before = documentXml();
    const error = await failure(port.apply([{ type: "replace-blocks", blockIds: [block.id], paragraphs: ["要約"] }]));
    expect(error).toMatchObject({ code: "host-unsupported" });
    const applied = await port.apply([{ type: "insert-below", blockId: block.id, paragraphs: ["要約"] }]);
    expect(documentXml()).not.toBe(before);
    await applied.undo();
    expect(documentXml()).toBe(before);
  });

  it("元に戻す after somebody edited what was inserted; their words stay", async () => {
    await open();
    const block = await blockWith("回答率");
    const applied = await port.apply([{ type: "insert-below", blockId: block.id, paragraphs: ["要約の文。"] }]);
    await Word.run(async (context) => {
      const found = context.document.body.search("要約の文。").getFirst();
      found.insertText("（確認済み）", "End");
      await context.sync();
    });
    const edited = documentXml();
    expect(await failure(applied.undo())).toMatchObject({ code: "undo-impossible" });
    expect(documentXml()).toBe(edited);
  });

  it("a write that Word breaks off in the middle: what was written is taken back", async () => {
    await open();
    const block = await blockWith("調査の概要");
    const before = documentXml();
    // The heading's insertion sets the style after it has inserted; a style that Word refuses breaks the batch there.
    const broken = jest.spyOn(word.office.Word.Paragraph.prototype, "style", "set").mockImplementation(function set(
      this: Word.Paragraph,
    ) {
      this.getNext().getNext().getNext().getNext().getNext().getNext().getNext().getNext().load("text");
    });
    const error = await failure(port.apply([{ type: "insert-below", blockId: block.id, paragraphs: ["要約"] }]));
    broken.mockRestore();
    expect(error).toMatchObject({ code: "document-changed" });
    expect(documentXml()).toBe(before);
  });
});
