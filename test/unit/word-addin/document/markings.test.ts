import { createWordDocument } from "@genai-office/word-addin/document";
import type { MarkingPlaces } from "@genai-office/word-addin/document";
import { buildDocx, paragraph, type DocxOptions } from "../../../support/docx-builder";
import { openInNode, type WordInNode } from "../../../support/word-in-node";

const mark = "機密性3情報";
const inner = `<w:txbxContent>${paragraph(mark)}</w:txbxContent>`;
const drawingBox = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`;
const vmlBox = `<w:p><w:r><w:pict><v:shape><v:textbox>${inner}</v:textbox></v:shape></w:pict></w:r></w:p>`;
const watermark = `<w:p><w:r><w:pict><v:shape type="#_x0000_t136"><v:textpath style="font-family:&quot;ＭＳ 明朝&quot;" string="${mark}"/></v:shape></w:pict></w:r></w:p>`;

type Part = "header" | "footer";
const reference = (part: Part, id: string, type = "default") => `<w:${part}Reference w:type="${type}" r:id="${id}"/>`;
/** A paragraph that ends a section. */
const section = (number: number, references = "") => paragraph(`第${number}節`, `<w:sectPr>${references}</w:sectPr>`);
const last = (references = "") => `<w:sectPr>${references}</w:sectPr>`;

let word: WordInNode;
afterEach(() => word.dispose());

async function markingsOf(
  document: DocxOptions,
  options: Parameters<typeof openInNode>[1] = {},
): Promise<MarkingPlaces> {
  word = await openInNode(buildDocx(document), options);
  return (await createWordDocument().read()).markings;
}

const syncs = () => word.office.syncs.filter(({ cleanup }) => !cleanup);

const carriers: [string, string][] = [
  ["plain text", paragraph(mark)],
  ["a DrawingML text box", drawingBox],
  ["a VML text box", vmlBox],
  ["a watermark", watermark],
];
const types = ["default", "first", "even"];
const cases = carriers.flatMap(([carrier, xml]) => types.map((type) => [carrier, type, xml] as const));

describe.each(["web", "ltsc-2021"] as const)("markings (%s)", (profile) => {
  it("reads the sensitivity labels in force, in the syncs that read the document", async () => {
    const id = "11111111-2222-3333-4444-555555555555";
    const other = "66666666-7777-8888-9999-000000000000";
    const labelled = {
      body: paragraph("本文"),
      customProperties: {
        [`MSIP_Label_${id}_Enabled`]: "true",
        [`MSIP_Label_${id}_Name`]: mark,
        [`MSIP_Label_${other}_Enabled`]: "false",
        [`MSIP_Label_${other}_Name`]: "極秘",
        機密性: "1",
      },
    };
    expect((await markingsOf(labelled, { profile })).labels).toEqual([mark]);
    expect(syncs().length).toBeLessThanOrEqual(3);
  });

  it.each(cases)("finds %s in a header and a footer (%s) of one section in three syncs", async (_name, type, xml) => {
    const body = paragraph("本文");
    const head = { body, headers: { rId50: xml }, sectionProperties: last(reference("header", "rId50", type)) };
    expect((await markingsOf(head, { profile })).headers).toContain(mark);
    expect(syncs().length).toBeLessThanOrEqual(3);
    word.dispose();
    const foot = { body, footers: { rId50: xml }, sectionProperties: last(reference("footer", "rId50", type)) };
    expect((await markingsOf(foot, { profile })).footers).toContain(mark);
    expect(syncs().length).toBeLessThanOrEqual(3);
  });

  it.each(cases)("finds %s in the second section's header and footer (%s)", async (_name, type, xml) => {
    const { headers, footers } = await markingsOf(
      {
        // Every header and footer of the first section has the same text as the second one's, which is none.
        headers: { rId50: "<w:p/>", rId51: xml },
        footers: { rId60: "<w:p/>", rId61: xml },
        body: section(1, reference("header", "rId50", type) + reference("footer", "rId60", type)) + paragraph("本文"),
        sectionProperties: last(reference("header", "rId51", type) + reference("footer", "rId61", type)),
      },
      { profile },
    );
    expect(headers).toContain(mark);
    expect(footers).toContain(mark);
  });

  it("finds a watermark on the first page", async () => {
    expect((await markingsOf({ body: paragraph("表紙") + watermark }, { profile })).firstPage).toContain(mark);
  });
});

describe("many sections", () => {
  it.each([
    ["web", "plain text", paragraph(mark)],
    ["web", "a text box", drawingBox],
    ["ltsc-2021", "a watermark", watermark],
  ] as const)("%s: finds %s in the header of section 71", async (profile, _name, xml) => {
    const sections = Array.from({ length: 70 }, (_, index) => section(index + 1)).join("");
    const { headers } = await markingsOf(
      {
        headers: { rId71: xml },
        body: sections + paragraph("第71節"),
        sectionProperties: last(reference("header", "rId71")),
      },
      { profile },
    );
    expect(headers).toContain(mark);
  });
});

describe("answers that are not understood", () => {
  it("end the reading, since they may hide a marking", async () => {
    const strange = `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>本文</x:t></x:r></x:p><x:sectPr/></x:body></x:document>`;
    await expect(markingsOf({ body: "", parts: { "word/document.xml": strange } })).rejects.toMatchObject({
      code: "document-unsupported",
    });
  });
});

describe("sections that repeat the first one's headers", () => {
  const references = (["header", "footer"] as const)
    .flatMap((part) => types.map((type) => reference(part, `${part}-${type}`, type)))
    .join("");
  const own = (part: Part) =>
    Object.fromEntries(types.map((type) => [`${part}-${type}`, paragraph(`${part} ${type}`)]));
  const repeating = (count: number) => ({
    headers: own("header"),
    footers: own("footer"),
    body:
      Array.from({ length: count - 1 }, (_, index) => section(index + 1, index === 0 ? references : "")).join("") +
      paragraph("終"),
  });

  it("are not read again: 150 of them take three syncs", async () => {
    const { headers, footers } = await markingsOf(repeating(150));
    expect(headers.toSorted()).toEqual(["header default", "header even", "header first"]);
    expect(footers.toSorted()).toEqual(["footer default", "footer even", "footer first"]);
    expect(syncs().length).toBeLessThanOrEqual(3);
  });

  it("have replies below 1 MB where each has its own", async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `rId${100 + index}`);
    const { headers } = await markingsOf({
      styles: `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:aliases w:val="${"標".repeat(8_000)}"/></w:style>`,
      headers: Object.fromEntries(ids.map((id) => [id, paragraph(`柱 ${id}`)])),
      body: ids.map((id, index) => section(index + 1, reference("header", id))).join("") + paragraph("終"),
    });
    expect(headers).toHaveLength(150);
    expect(Math.max(...syncs().map(({ replyBytes }) => replyBytes))).toBeLessThan(1_000_000);
  });
});
