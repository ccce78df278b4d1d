import { placesOfFile } from "../../../../relay/src/apps/places-of-file";
import { judgeFiles } from "../../../../relay/src/policy/judge-files";
import { buildDocx, paragraph } from "../../../support/docx-builder";
import { researchStep } from "../../../support/exapps/research-step";
import { expectLinearTime, turnsOf } from "../../../support/processor-time";

const judged = (filename: string, content: string | Uint8Array) =>
  judgeFiles(
    researchStep("s/t/a", {
      values: {},
      files: { file: [{ filename, content: Buffer.from(content as string).toString("base64") }] },
    }),
  );
const filler = "この資料は、行政手続のオンライン化の状況を取りまとめたものである。";

describe("files of a research step", () => {
  it.each([
    ["true", "機密性3情報", { class: "3", decision: "block" }],
    ["true", "社内分類B（限定）", { class: "unknown", decision: "ask" }],
    ["true", "一般", { class: "none", decision: "allow" }],
    ["false", "機密性3情報", { class: "none", decision: "allow" }],
  ])("are judged by the sensitivity label of a Word document (enabled %s, %s)", async (enabled, name, expected) => {
    const id = "MSIP_Label_11111111-2222-3333-4444-555555555555";
    const customProperties = { [`${id}_Enabled`]: enabled, [`${id}_Name`]: name };
    expect(await judged("a.docx", buildDocx({ body: paragraph(filler), customProperties }))).toEqual(expected);
  });

  it("are judged by other custom properties as before", async () => {
    const bytes = buildDocx({ body: paragraph(filler), customProperties: { 機密性: "3" } });
    expect(await judged("a.docx", bytes)).toMatchObject({ class: "3" });
  });

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

  const mark = "機密性3情報";
  const custom = (inner: string) => ({ "docProps/custom.xml": `<Properties>${inner}</Properties>` });
  const pictureNamed = (words: string) =>
    `<w:p><w:r><w:drawing><wp:docPr id="1" descr="${words}"/></w:drawing></w:r></w:p>`;
  const fallbackBox = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph(mark)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const deleted = `<w:p><w:del><w:r><w:delText>機密</w:delText></w:r><w:r><w:delText>性3情報</w:delText></w:r></w:del></w:p>`;
  const replaced = `<w:p><w:r><w:t>機密性</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins><w:r><w:t>1</w:t></w:r></w:ins></w:p>`;
  it.each<[string, Partial<Parameters<typeof buildDocx>[0]>]>([
    ["a property and its name", { parts: custom('<property pid="2" name="機密性"><vt:i4>3</vt:i4></property>') }],
    ["the name of a property", { parts: custom(`<property name="${mark}"><vt:bool>true</vt:bool></property>`) }],
    ["attributes of stored data", { parts: { "customXml/item1.xml": `<a 格付="${mark}"/>` } }],
    ["two attributes of stored data", { parts: { "customXml/item1.xml": '<a k="機密性" v="3"/>' } }],
    ["an element of stored data", { parts: { "customXml/item1.xml": "<a><機密性>3</機密性></a>" } }],
    ["stored data as CDATA", { parts: { "customXml/item1.xml": `<a><![CDATA[${mark}]]></a>` } }],
    ["a document variable", { settings: `<w:docVars><w:docVar w:name="格付" w:val="${mark}"/></w:docVars>` }],
    ["the text of a list", { numbering: `<w:abstractNum><w:lvl><w:lvlText w:val="${mark}"/></w:lvl></w:abstractNum>` }],
    ["the alternative text of a stamp", { headers: { rId50: pictureNamed(mark) } }],
    ["an alternative text of the body", { body: pictureNamed(mark) }],
    ["a fallback text box", { body: fallbackBox }],
    ["a fallback text box of a footer", { footers: { rId60: fallbackBox } }],
    ["deleted text", { body: paragraph(filler) + deleted }],
    ["replaced text", { headers: { rId50: replaced } }],
    [
      "a symbol",
      { body: '<w:p><w:r><w:t>機密性</w:t></w:r><w:r><w:sym w:font="MS Mincho" w:char="FF13"/></w:r></w:p>' },
    ],
    ["a drawing", { body: `<w:p><w:r><w:drawing><a:p><a:r><a:t>${mark}</a:t></a:r></a:p></w:drawing></w:r></w:p>` }],
    ["a picture of text", { parts: { "word/media/image1.svg": "<svg><text>機密性<tspan>3</tspan>情報</text></svg>" } }],
  ])("see a mark in %s", async (_name, part) => {
    const judgement = await judged("a.docx", buildDocx({ body: paragraph(filler), ...part }));
    expect(judgement).toMatchObject({ class: "3", decision: "block" });
  });

  it.each<[string, Partial<Parameters<typeof buildDocx>[0]>]>([
    [
      "deleted text",
      {
        body: `<w:p><w:del><w:r><w:delText>これは機密性3情報の取扱いを定める規程の例である。</w:delText></w:r></w:del></w:p>`,
      },
    ],
    ["an alternative text", { body: pictureNamed("機密性3情報の取扱いの流れを示す図である。") }],
    [
      "a document variable",
      { settings: '<w:docVars><w:docVar w:name="注" w:val="機密性3情報は送らないこと。"/></w:docVars>' },
    ],
  ])("take a mention in %s for none", async (_name, part) => {
    expect(await judged("a.docx", buildDocx({ body: paragraph(filler), ...part }))).toEqual({
      class: "none",
      decision: "allow",
    });
  });

  it.each([
    ["soft hyphens and other signs without width", "<h1>機&shy;密&#8203;性<wbr>3&zwj;情&shy報</h1>"],
    ["references without semicolons", "<h1>&#x6A5F&#23494&#24615&sup3;情報</h1>"],
    ["unquoted attributes", "<meta name=classification content=機密性3情報><p>本文"],
    ["attributes of one element", '<p data-level="機密性" data-number="3">本文'],
    ["any attribute", '<p data-label="機密性3情報">本文'],
    ["an attribute with a bracket", '<p title="a>b" data-label="機密性3情報">本文'],
    ["rubies", "<h1><ruby>機密性<rp>(</rp><rt>きみつせい</rt><rp>)</rp></ruby>3情報</h1>"],
    ["rubies without end tags", "<h1><ruby>機密性<rp>(<rt>きみつせい<rp>)</ruby>3情報</h1>"],
    ["what follows a reading that never ends", "<ruby>県<rt>けん<p>機密性3情報</p>"],
    ["the content of a style", '<style>.h:before{content:"機密性3情報"}</style><p class=h>本文'],
    ["the content of a style with escapes", '<style>.h:before{content:"\\6A5F \\5BC6\\6027 3"}</style><p class=h>本文'],
    ["a style of an element", "<p style='--mark:\"機密性3情報\"'>本文"],
    ["a script", '<script>document.title = "\\u6A5F\\u5bc6性3情報"</script>本文'],
    ["text beside a comment", "<h1>機密<!-- x -->性3情報</h1>"],
    ["a comment", "<p>本文</p><!-- 機密性3情報 -->"],
    ["text after an empty comment", "<!-->機密性3情報<p>-->"],
    ["text after a stray bracket", "<p>1 < 2</p><p>機密性3情報</p>"],
    ["text after an open quote", '<p title=">本文</p>\n<p>機密性3情報</p>'],
  ])("see a mark in a page: %s", async (_name, page) => {
    expect(await judged("a.html", `<body>${page}`)).toMatchObject({ class: "3", decision: "block" });
  });

  it("take a mention in a page for none", async () => {
    for (const page of [
      '<p title="機密性3情報の取扱いの流れを示す図である。">本文</p>',
      "<p>機密性3情報は送らないこと。</p>",
      '<meta name="description" content="機密性3情報の取扱いに関する規程を説明するページです。">',
    ])
      expect([page, (await judged("a.html", `<body>${page}`))?.class]).toEqual([page, "none"]);
  });

  it.each(["極秘", "機密性３情報", "一\n機密性３情報\n本文", "機密性３情報\n本文です。"])(
    "see %j in UTF-16 without a mark",
    async (text) => {
      const little = Buffer.from(text, "utf16le");
      expect(await judged("a.txt", little)).toMatchObject({ class: "3" });
      expect(await judged("a.txt", Buffer.from(little).swap16())).toMatchObject({ class: "3" });
    },
  );

  it.each<[string, string]>([
    ["UTF-7", "+al9bxmAn/xNgxVgx-\nhonbun"],
    ["a PDF behind something else", `junk %PDF-1.4 \n${"x".repeat(99)}`],
  ])("count as unknown: %s", async (_name, text) => {
    expect(await judged("a.txt", text)).toEqual({ class: "unknown", decision: "ask" });
  });

  it("read a telephone number for what it is", async () => {
    expect(await judged("a.csv", "name,phone\nA,+81312345678\nB,+819012345678 a+bcdefgh\n")).toMatchObject({
      class: "none",
    });
  });

  it.each<[string, string]>(
    ["a.html", "a.txt"].flatMap((name) =>
      [
        "<",
        'a="',
        "&",
        "<a ",
        '<a b="',
        "<a b='>",
        "<!--",
        "<style>",
        "<style>'\"",
        "<ruby><rt>",
        "&#x機",
        "<a 機",
      ].map((unit): [string, string] => [name, unit]),
    ),
  )("nonsense as %s is read in time in proportion, up to a quarter of a megabyte: %j", async (name, unit) => {
    await expectLinearTime((length) => {
      const content = Buffer.from(unit.repeat(length / unit.length)).toString("base64");
      return placesOfFile({ filename: name, content });
    }, 62_500);
  });

  it.each<[string, (count: number) => string]>([
    ["tags", (count) => "<w:p ".repeat(count)],
    ["attributes", (count) => `<w:p ${"機=".repeat(2 * count)} w:val="x"/>`],
    ["depth", (count) => "<w:p>".repeat(count)],
    ["changes", (count) => "<w:ins>".repeat(count)],
    ["paragraphs", (count) => "<w:p/>".repeat(count)],
    ["stored data", (count) => "<機>3".repeat(count)],
  ])(
    "nonsense in a Word document is read in time in proportion, up to a quarter of a megabyte: %s",
    async (_name, of) => {
      await expectLinearTime((count) => {
        const body = of(count);
        const content = Buffer.from(buildDocx({ body, parts: { "customXml/item1.xml": body } })).toString("base64");
        return placesOfFile({ filename: "a.docx", content });
      }, 12_500);
    },
  );

  it("pass a plain Word document with a picture", async () => {
    const content = buildDocx({ body: paragraph(filler), parts: { "word/media/image1.png": new Uint8Array([1]) } });
    expect(await judged("a.docx", content)).toEqual({ class: "none", decision: "allow" });
  });

  it("do not hold up other work", async () => {
    const text = `${filler}\n`.repeat(12_000);
    expect(text.length).toBeGreaterThan(400_000);
    const turns = await turnsOf(() => judged("a.txt", text));
    expect(turns.count).toBeGreaterThan(20);
    expect(turns.longestShare).toBeLessThan(0.4);
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
