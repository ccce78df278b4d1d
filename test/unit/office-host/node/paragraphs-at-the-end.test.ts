import { strFromU8, unzipSync } from "fflate";
import { buildDocx, paragraph } from "../../../support/docx-builder";
import { openInNode, type WordInNode } from "../../../support/word-in-node";

let word: WordInNode;

afterEach(() => word.dispose());

const xml = () => strFromU8(unzipSync(word.host.save())["word/document.xml"] ?? new Uint8Array());
const shown = () => word.host.paragraphNodes().map((node) => node.textContent);
const identified = (id: string, text: string, properties = "") =>
  paragraph(text, properties).replace("<w:p>", `<w:p w14:paraId="${id}">`);

describe.each([1, 3])("replacing a whole document of %d paragraphs by two, below its last", (count) => {
  const body = Array.from({ length: count }, (_, index) =>
    identified(`0000000${index + 1}`, `旧文${index + 1}。`, index === count - 1 ? '<w:jc w:val="center"/>' : ""),
  ).join("");

  /** Inserts first and deletes a range that was taken before, as an add-in may. */
  async function replace(context: Word.RequestContext, mode: "Off" | "TrackAll") {
    context.document.changeTrackingMode = mode;
    const { paragraphs } = context.document.body;
    const first = paragraphs.getFirst();
    const last = paragraphs.getLast();
    const old = first.getRange("Whole").expandTo(last.getRange("Whole"));
    await context.sync();
    const one = last.insertParagraph("新文一。", "After");
    const two = one.insertParagraph("新文二。", "After");
    old.delete();
    await context.sync();
    return { old, one, two };
  }

  it("tracked: only the old text is deleted, and rejecting gives the document back", async () => {
    word = await openInNode(buildDocx({ body }));
    const before = xml();
    await word.office.Word.run(async (context) => {
      const { old, two } = await replace(context, "TrackAll");
      const current = context.document.body.getReviewedText("Current");
      const covered = old.getReviewedText("Current");
      await context.sync();
      expect(current.value.trim()).toBe("新文一。\n新文二。");
      expect(covered.value.trim()).toBe("");
      const after = xml();
      expect(after.match(/<w:delText/g)).toHaveLength(count);
      expect(after.match(/<w:ins [^>]*><w:r>/g)).toHaveLength(2);
      old.expandTo(two.getRange("Whole")).getTrackedChanges().rejectAll();
      await context.sync();
    });
    expect(xml()).toBe(before);
    expect(word.host.paragraphNodes()).toHaveLength(count);
  });

  it("tracked: accepting leaves the new paragraphs alone, which are still known", async () => {
    word = await openInNode(buildDocx({ body }));
    await word.office.Word.run(async (context) => {
      const { one, two } = await replace(context, "TrackAll");
      context.document.body.getTrackedChanges().acceptAll();
      one.load("text");
      two.load("text");
      await context.sync();
      expect([one.text, two.text]).toEqual(["新文一。", "新文二。"]);
    });
    expect(shown()).toEqual(["新文一。", "新文二。"]);
  });

  it("untracked: the new paragraphs stay", async () => {
    word = await openInNode(buildDocx({ body }));
    await word.office.Word.run(async (context) => {
      const { old } = await replace(context, "Off");
      old.load("isEmpty");
      await context.sync();
      expect(old.isEmpty).toBe(true);
    });
    expect(shown()).toEqual(["新文一。", "新文二。"]);
  });
});
