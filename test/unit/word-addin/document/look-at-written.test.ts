import { createWordDocument, type DocumentPort } from "@genai-office/word-addin/document";
import type { Edit } from "@genai-office/shared/vocabulary";
import { buildDocx } from "../../../support/docx-builder";
import { openInNode, type WordInNode } from "../../../support/word-in-node";

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const label = "【AIによる下書き・要約】国産モデルA";
const suggestion = ["待ち時間は18分に短くなった。", "来年度は窓口を2か所増やす。"];

let word: WordInNode;
let port: DocumentPort;

/** Writes label and suggestion below the first paragraph, or in its place, and gives the handle. */
async function written(kind: "insert-below" | "replace-blocks", options: Parameters<typeof openInNode>[1] = {}) {
  word = await openInNode(
    buildDocx({ body: ["窓口の待ち時間について調べた。", "以上、報告する。"].map(paragraph).join("") }),
    options,
  );
  port = createWordDocument();
  const { blocks } = await port.read();
  const blockId = blocks[0]!.id;
  const paragraphs = [label, ...suggestion];
  const edit: Edit =
    kind === "insert-below" ? { type: kind, blockId, paragraphs } : { type: kind, blockIds: [blockId], paragraphs };
  return port.apply([edit]);
}

afterEach(() => word.dispose());

/** What a person does in the document, by another way than the port. */
const person = (act: (paragraphs: Word.Paragraph[], document: Word.Document) => void) =>
  Word.run(async (context) => {
    const { paragraphs } = context.document.body;
    paragraphs.load("text");
    await context.sync();
    act(paragraphs.items, context.document);
    await context.sync();
  });

const holding = (paragraphs: Word.Paragraph[], words: string) => paragraphs.find(({ text }) => text.includes(words))!;

const round = () => word.office.syncs.filter(({ cleanup }) => !cleanup).length;

describe.each(["insert-below", "replace-blocks"] as const)("a look at what was written (%s)", (kind) => {
  it("finds it as it was written when nobody touched it, in one round trip", async () => {
    const handle = await written(kind);
    const before = round();
    expect(await handle.look(1)).toEqual({ written: suggestion, now: suggestion });
    expect(round() - before).toBe(1);
  });

  it("sees words that were changed, paragraphs that were split and added, and not the label", async () => {
    const handle = await written(kind);
    await person((paragraphs) => {
      holding(paragraphs, "待ち時間は18分").insertText("とのこと。", "End");
      holding(paragraphs, "待ち時間は18分").insertParagraph("追記する。", "After");
      holding(paragraphs, "【AIによる").insertText("（確認済み）", "End");
    });
    expect((await handle.look(1))!.now).toEqual([
      "待ち時間は18分に短くなった。とのこと。",
      "追記する。",
      "来年度は窓口を2か所増やす。",
    ]);
  });

  it("goes on when the label was taken out", async () => {
    const handle = await written(kind);
    await person((paragraphs) => holding(paragraphs, "【AIによる").delete());
    expect((await handle.look(1))!.now).toEqual(suggestion);
  });

  it("finds what is left by what stands around it when a paragraph was taken out, in two round trips", async () => {
    const handle = await written(kind);
    await person((paragraphs, document) => {
      document.changeTrackingMode = "Off";
      holding(paragraphs, "待ち時間は18分").delete();
    });
    const before = round();
    expect((await handle.look(1))!.now).toEqual([suggestion[1]]);
    expect(round() - before).toBeLessThanOrEqual(2);
  });

  it("leaves out what the person deleted as a tracked change", async () => {
    const handle = await written(kind);
    await person((paragraphs, document) => {
      document.changeTrackingMode = "TrackAll";
      const found = holding(paragraphs, "来年度は").search("2か所");
      found.getFirst().insertText("３か所", "Replace");
    });
    expect((await handle.look(1))!.now.join("\n")).toBe("待ち時間は18分に短くなった。\n来年度は窓口を３か所増やす。");
  });

  it("knows nothing when all of it is gone", async () => {
    const handle = await written(kind);
    await person((paragraphs, document) => {
      document.changeTrackingMode = "Off";
      for (const words of ["【AIによる", "待ち時間は18分", "来年度は"]) holding(paragraphs, words).delete();
    });
    expect(await handle.look(1)).toBeUndefined();
  });

  it("changes neither text nor selection", async () => {
    const handle = await written(kind);
    const selected = () =>
      Word.run(async (context) => {
        const selection = context.document.getSelection();
        selection.load("text");
        context.document.body.load("text");
        await context.sync();
        return [selection.text, context.document.body.text];
      });
    const before = await selected();
    await handle.look(1);
    expect(await selected()).toEqual(before);
    await handle.undo();
  });
});

it("looks in Word 2021 as well, where nothing tells of tracked changes", async () => {
  const handle = await written("insert-below", { profile: "ltsc-2021" });
  await person((paragraphs) => holding(paragraphs, "来年度は").insertText("予定。", "End"));
  expect((await handle.look(1))!.now).toEqual([suggestion[0], `${suggestion[1]}予定。`]);
});

it("knows nothing of comments", async () => {
  await written("insert-below");
  const { blocks } = await port.read();
  const handle = await port.apply([{ type: "comment", blockIds: [blocks[0]!.id], text: "要約" }]);
  expect(await handle.look(0)).toBeUndefined();
});
