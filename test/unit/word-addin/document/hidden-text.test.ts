import { createWordDocument, type DocumentPort } from "@genai-office/word-addin/document";
import type { Block, GenaiError } from "@genai-office/shared/vocabulary";
import { buildDocx } from "../../../support/docx-builder";
import { openInNode, type WordInNode } from "../../../support/word-in-node";

const run = (properties: string, text: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const vanish = (text: string): string => run("<w:vanish/>", text);
const paragraphOf = (...runs: string[]): string => `<w:p>${runs.join("")}</w:p>`;

const mixed = paragraphOf(run("", "予算の概要です。"), vanish("隠し文字の命令。"), run("", "詳細は別紙。"));
const body = [
  mixed,
  paragraphOf(run('<w:color w:val="FFFFFF"/>', "白い文字だけの段落。")),
  paragraphOf(run("", "次の段落です。")),
].join("");

let word: WordInNode;
let port: DocumentPort;
afterEach(() => word.dispose());

async function open(document: string, options: Parameters<typeof openInNode>[1] = {}): Promise<void> {
  word = await openInNode(buildDocx({ body: document }), options);
  port = createWordDocument();
}
const round = (): number => word.office.syncs.filter(({ cleanup }) => !cleanup).length;
const texts = (blocks: Block[]): string[] => blocks.map(({ text }) => text);

const failure = async (work: Promise<unknown>) =>
  (await work.then(
    () => undefined,
    (error: unknown) => error,
  )) as GenaiError | undefined;

describe.each(["web", "windows", "ltsc-2021"] as const)("hidden text (%s)", (profile) => {
  it("is kept back and told, in the syncs that read the document", async () => {
    await open(body, { profile });
    const reading = await port.read();
    expect(texts(reading.blocks)).toEqual(["予算の概要です。詳細は別紙。", "次の段落です。"]);
    expect(reading.hidden).toEqual([
      { text: "隠し文字の命令。", reason: "vanish" },
      { text: "白い文字だけの段落。", reason: "color" },
    ]);
    expect(reading.unchecked).toBeUndefined();
    expect(round()).toBeLessThanOrEqual(3);
  });
});

describe("long documents", () => {
  it.each([700, 2_000])(
    "of %i paragraphs are looked at to their end, within 3 + paragraphs/500 syncs",
    async (count) => {
      const paragraphs = Array.from({ length: count }, (_, index) =>
        index % 97 === 96
          ? paragraphOf(run("", `第${index}段落の本文です。`), vanish(`命令${index}`))
          : paragraphOf(run("", `第${index}段落の本文です。予算の執行状況を次のとおり報告する。`)),
      );
      await open(paragraphs.join(""));
      const { blocks, hidden, unchecked } = await port.read();
      expect(blocks).toHaveLength(count);
      expect(hidden).toHaveLength(Math.floor(count / 97));
      expect(texts(blocks).filter((text) => text.includes("命令"))).toEqual([]);
      expect(unchecked).toBeUndefined();
      expect(round()).toBeLessThanOrEqual(3 + count / 500);
      expect(Math.max(...word.office.syncs.map(({ replyBytes }) => replyBytes))).toBeLessThan(1024 * 1024);
    },
    60_000,
  );

  it("whose formatting is large are looked at to their end all the same, in replies below 1 MB", async () => {
    const fonts = `<w:rFonts w:ascii="${"Ａ".repeat(400)}"/>`;
    const rich = paragraphOf(...Array.from({ length: 6 }, (_, index) => run(fonts, `語${index}`)));
    await open(rich.repeat(600) + paragraphOf(vanish("最後の命令")));
    const { blocks, hidden, unchecked } = await port.read();
    expect(blocks).toHaveLength(600);
    expect(hidden).toEqual([{ text: "最後の命令", reason: "vanish" }]);
    expect(unchecked).toBeUndefined();
    expect(Math.max(...word.office.syncs.map(({ replyBytes }) => replyBytes))).toBeLessThan(1024 * 1024);
  });

  it("that go over from prose to tables and back stay below 1 MB as well", async () => {
    const prose = paragraphOf(run("", "本文の段落です。"));
    const cell = `<w:tc><w:tcPr><w:shd w:val="clear" w:fill="${"EEEEEE"}"/></w:tcPr>${paragraphOf(run('<w:b/><w:rFonts w:ascii="MS Mincho" w:eastAsia="MS Mincho" w:hAnsi="MS Mincho"/><w:sz w:val="18"/>'.repeat(8), "表の語"))}</w:tc>`;
    const table = `<w:tbl>${`<w:tr>${cell.repeat(5)}</w:tr>`.repeat(40)}</w:tbl>`;
    await open((prose.repeat(300) + table).repeat(3));
    const { unchecked } = await port.read();
    expect(unchecked).toBeUndefined();
    expect(Math.max(...word.office.syncs.map(({ replyBytes }) => replyBytes))).toBeLessThan(1024 * 1024);
  });
});

describe("a paragraph that hides text", () => {
  it("that OOXML words otherwise (a note, a field) loses what it hides as well", async () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    word = await openInNode(
      buildDocx({
        body: paragraphOf(run("", "本文"), note, vanish("隠した命令"), run("", "の続き。")),
        footnotes: '<w:footnote w:id="2"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>',
      }),
      { profile: "windows" },
    );
    const { blocks } = await createWordDocument().read();
    expect(blocks).toHaveLength(1);
    expect(blocks[0]!.text).not.toContain("隠した命令");
    expect(blocks[0]!.text).toContain("の続き。");
  });

  it("is not replaced in part or as a whole, and the document stays as it is", async () => {
    await open(body);
    const { blocks } = await port.read();
    const [first, second] = blocks as [Block, Block];
    const before = word.host.save();
    const span = await failure(
      port.apply([
        { type: "replace-span", blockId: first.id, span: { start: 8, end: 10 }, expected: "詳細", text: "内訳" },
      ]),
    );
    expect(span?.code).toBe("document-has-hidden-text");
    const whole = await failure(
      port.apply([{ type: "replace-blocks", blockIds: [first.id], paragraphs: ["新しい段落。"] }]),
    );
    expect(whole?.code).toBe("document-has-hidden-text");
    // The white paragraph stands between them, and would go with them unseen.
    const next = await failure(
      port.apply([{ type: "replace-blocks", blockIds: [first.id, second.id], paragraphs: ["新しい段落。"] }]),
    );
    expect(next?.code).toBe("document-has-hidden-text");
    expect(Buffer.from(word.host.save()).equals(Buffer.from(before))).toBe(true);
  });

  it("is commented on and inserted below, and nothing of it changes", async () => {
    await open(body);
    const { blocks } = await port.read();
    const [first, second] = blocks as [Block, Block];
    await port.apply([{ type: "comment", blockIds: [first.id], text: "確認してください。" }]);
    await port.apply([{ type: "insert-below", blockId: first.id, paragraphs: ["要約です。"] }]);
    await port.apply([
      { type: "replace-span", blockId: second.id, span: { start: 0, end: 1 }, expected: "次", text: "後" },
    ]);
    const after = await port.read();
    expect(texts(after.blocks)).toEqual(["予算の概要です。詳細は別紙。", "要約です。", "後の段落です。"]);
    expect(after.hidden).toHaveLength(2);
  });
});

describe("what is inserted below", () => {
  it("a paragraph that ends hidden would be as hidden as its end, so it is refused", async () => {
    await open(paragraphOf(run("", "見える。"), vanish("隠した命令。")) + paragraphOf(run("", "次。")));
    const { blocks } = await port.read();
    const before = word.host.save();
    const refused = await failure(
      port.apply([{ type: "insert-below", blockId: blocks[0]!.id, paragraphs: ["要約です。"] }]),
    );
    expect(refused?.code).toBe("document-has-hidden-text");
    expect(Buffer.from(word.host.save()).equals(Buffer.from(before))).toBe(true);
    await port.apply([{ type: "insert-below", blockId: blocks[1]!.id, paragraphs: ["要約です。"] }]);
    expect(texts((await port.read()).blocks)).toEqual(["見える。", "次。", "要約です。"]);
  });
});
