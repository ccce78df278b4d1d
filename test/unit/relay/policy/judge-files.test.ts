import { judgeFiles } from "../../../../relay/src/policy/judge-files";
import { buildDocx, paragraph } from "../../../support/docx-builder";
import { researchStep } from "../../../support/exapps/research-step";

const judged = (filename: string, content: string | Uint8Array) =>
  judgeFiles(
    researchStep("s/t/a", {
      values: {},
      files: { file: [{ filename, content: Buffer.from(content as string).toString("base64") }] },
    }),
  );
const filler = "この資料は、行政手続のオンライン化の状況を取りまとめたものである。";

describe("files of a research step", () => {
  it("are judged by every place, the last line of a long file included", async () => {
    expect(await judged("a.txt", `${filler}\n`.repeat(3_000) + "機密性3情報\n")).toMatchObject({ class: "3" });
    expect(await judged("a.txt", filler.repeat(3_000) + "\n機密性2情報")).toMatchObject({ class: "2" });
    expect(await judged("a.csv", "番号,件名\n1,甲\n")).toEqual({ class: "none", decision: "allow" });
  });

  it("see a mark that runs over lines wherever slices end", async () => {
    for (const lines of [600, 601, 602, 603, 604, 605]) {
      const text = `${`${filler}\n`.repeat(lines)}機\n密\n性\n３\n${`${filler}\n`.repeat(600)}`;
      expect([lines, (await judged("a.txt", text))?.class]).toEqual([lines, "3"]);
    }
  });

  it.each([
    ["a footnote", { footnotes: `<w:footnote w:id="1">${paragraph("機密性3情報")}</w:footnote>` }],
    ["a comment", { comments: `<w:comment w:id="1">${paragraph("機密性3情報")}</w:comment>` }],
    ["a footer", { footers: { rId60: paragraph("機密性3情報") } }],
    ["the title", { properties: { "dc:title": "機密性3" } }],
    ["stored data", { parts: { "customXml/item1.xml": "<label>機密性3情報</label>" } }],
  ])("see a mark in %s of a Word document", async (_name, part) => {
    expect(await judged("a.docx", buildDocx({ body: paragraph(filler), ...part }))).toMatchObject({
      decision: "block",
    });
  });

  it("pass a plain Word document with a picture", async () => {
    const content = buildDocx({ body: paragraph(filler), parts: { "word/media/image1.png": new Uint8Array([1]) } });
    expect(await judged("a.docx", content)).toEqual({ class: "none", decision: "allow" });
  });

  it("do not hold up other work", async () => {
    const text = `${filler}\n`.repeat(12_000);
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    await judged("a.txt", text);
    clearInterval(timer);
    expect(text.length).toBeGreaterThan(400_000);
    expect(longest).toBeLessThan(800);
  });

  it("count as unknown when there is more than can be read in time", async () => {
    const content = buildDocx({ body: paragraph("a".repeat(6_000_000)) });
    expect(await judged("a.docx", content)).toEqual({ class: "unknown", decision: "ask" });
  });

  it("are none of a step that only waits", async () => {
    const step = researchStep("s/t/a", { files: { f: [{ filename: "機密性3.pdf", content: "" }] } }, { ticket: "t" });
    expect(await judgeFiles(step)).toBeUndefined();
  });
});
