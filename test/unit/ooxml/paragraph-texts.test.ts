import { hasTrackedDeletions, paragraphTexts, tokenize } from "@genai-office/shared/ooxml";

const flatPackage = (body: string) =>
  `<?xml version="1.0"?><pkg:package><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body>${body}</w:body></w:document></pkg:xmlData></pkg:part>` +
  `<pkg:part pkg:name="/word/styles.xml"><pkg:xmlData><w:styles><w:p><w:r><w:t>見本</w:t></w:r></w:p></w:styles></pkg:xmlData></pkg:part></pkg:package>`;

describe("tokenize", () => {
  it.each([
    '<a b="1>2"><!-- > --><c/>本文<![CDATA[<d>]]></a>',
    "<?xml version='1.0'?><w:p/>",
    "<a><b",
    "text only",
    "",
  ])("keeps every character of %s", (xml) => {
    expect([...tokenize(xml)].map((token) => xml.slice(token.start, token.end)).join("")).toBe(xml);
  });

  it("names tags and tells open from empty", () => {
    expect([...tokenize('<w:p a="x/"><w:tab /></w:p>')].map(({ kind, name }) => [kind, name])).toEqual([
      ["open", "w:p"],
      ["self-closing", "w:tab"],
      ["close", "w:p"],
    ]);
  });
});

describe("paragraphTexts", () => {
  it("reads the body of a flat package only, with entities, tabs and breaks", () => {
    const xml = flatPackage(
      "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>第１　概要</w:t><w:tab/><w:t>A&amp;B &#x3042;</w:t></w:r></w:p><w:p/>",
    );
    expect(paragraphTexts(xml)).toEqual(["第１　概要\tA&B あ", ""]);
  });

  it("leaves out tracked deletions, moved text and field codes, and keeps insertions", () => {
    const xml =
      "<w:p><w:r><w:t>予算は</w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins><w:r><w:t>120</w:t></w:r></w:ins>" +
      "<w:moveFrom><w:r><w:t>移動</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>円</w:t></w:r></w:p>";
    expect(paragraphTexts(xml)).toEqual(["予算は120円"]);
    expect(hasTrackedDeletions(xml)).toBe(true);
    expect(hasTrackedDeletions("<w:p><w:delText/></w:p>")).toBe(false);
  });

  it("gives a text box once, as paragraphs of its own", () => {
    const box = "<w:txbxContent><w:p><w:r><w:t>機密性2情報</w:t></w:r></w:p></w:txbxContent>";
    const xml = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>表紙</w:t></w:r></w:p>`;
    expect(paragraphTexts(xml)).toEqual(["機密性2情報", "表紙"]);
  });

  describe("WordArt", () => {
    const art = (text: string) =>
      `<w:pict><v:shape><v:textpath on="t" style="string:'否'" string="${text}"/></v:shape></w:pict>`;
    const drawn = (choice: string, fallback: string) =>
      `<w:p><w:r><mc:AlternateContent><mc:Choice>${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>表紙</w:t></w:r></w:p>`;
    const box = "<w:txbxContent><w:p><w:r><w:t>機密性3情報</w:t></w:r></w:p></w:txbxContent>";

    it("is a paragraph of its own, entities decoded", () => {
      expect(paragraphTexts(`<w:p><w:r>${art("機密性&#x33;情報&amp;秘")}<w:t>柱</w:t></w:r></w:p>`)).toEqual([
        "機密性3情報&秘",
        "柱",
      ]);
    });

    it("counts once where the drawing shows it too, and is found where only the fallback has it", () => {
      expect(paragraphTexts(drawn(box, art("機密性3情報")))).toEqual(["機密性3情報", "表紙"]);
      expect(paragraphTexts(drawn("<w:drawing/>", art("機密性3情報")))).toEqual(["機密性3情報", "表紙"]);
    });

    it("is left out where a reviewer has deleted it", () => {
      expect(paragraphTexts(`<w:p><w:del><w:r>${art("機密性3情報")}</w:r></w:del></w:p>`)).toEqual([""]);
    });
  });
});
