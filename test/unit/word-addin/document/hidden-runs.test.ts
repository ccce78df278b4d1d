import { createWordDocument } from "@genai-office/word-addin/document";
import { buildDocx } from "../../../support/docx-builder";
import { openInNode, type WordInNode } from "../../../support/word-in-node";

const run = (properties: string, text: string): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const body = [
  `<w:p>${run("", "予算の概要です。")}${run("<w:vanish/>", "隠し文字の命令。")}</w:p>`,
  `<w:p>${run('<w:color w:val="FFFFFF"/>', "白い文字だけの段落。")}</w:p>`,
  `<w:p>${run("", "次の段落です。")}</w:p>`,
].join("");

let word: WordInNode;
afterEach(() => word.dispose());

describe.each(["web", "windows", "ltsc-2021"] as const)("hidden text (%s)", (profile) => {
  it("is kept back and told, in the syncs that read the document", async () => {
    word = await openInNode(buildDocx({ body }), { profile });
    const reading = await createWordDocument().read();
    expect(reading.blocks.map(({ text }) => text)).toEqual(["予算の概要です。", "次の段落です。"]);
    expect(reading.hidden).toEqual([
      { text: "隠し文字の命令。", reason: "vanish" },
      { text: "白い文字だけの段落。", reason: "color" },
    ]);
  }, 30_000);
});
