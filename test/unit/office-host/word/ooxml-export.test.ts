import { createXmldom } from "../../../../playground/office-host/src/package/xmldom";
import { paragraph, run } from "../../../support/docx-builder";
import { call, items } from "../../../support/emulated-object";
import { openDocument } from "../../../support/word-document";

/** Parts of a flat OPC package by name; checks that it is well-formed. */
function parts(ooxml: unknown): Map<string, string> {
  const dom = createXmldom();
  const root = dom.parse(String(ooxml)).documentElement;
  expect(root.localName).toBe("package");
  const found = new Map<string, string>();
  for (let node = root.firstChild; node; node = node.nextSibling) {
    found.set((node as Element).getAttribute("pkg:name") ?? "", dom.serialize(node));
  }
  return found;
}

const options = {
  styles: '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  numbering: "<w:abstractNum/>",
  footnotes: `<w:footnote w:id="2">${paragraph("注")}</w:footnote>`,
  relationships: [["rIdL", "hyperlink", "https://example.go.jp/?a=1&b=2", true]] as [string, string, string, boolean][],
};

test("a paragraph brings its styles, numbering, links and notes, and nobody else's text", async () => {
  const document = await openDocument({
    ...options,
    body: `${paragraph("前")}<w:p><w:pPr><w:sectPr/></w:pPr><w:hyperlink r:id="rIdL">${run("リンク")}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph("後")}`,
  });
  const all = parts(call(document.paragraph(1), "GetOoxml"));
  expect([...all.keys()].sort()).toEqual([
    "/_rels/.rels",
    "/word/_rels/document.xml.rels",
    "/word/document.xml",
    "/word/footnotes.xml",
    "/word/styles.xml",
  ]);
  const main = all.get("/word/document.xml") ?? "";
  expect(main).toContain("リンク");
  expect(main).not.toMatch(/前|後|sectPr/);
  expect(all.get("/word/_rels/document.xml.rels")).toContain("https://example.go.jp/?a=1&amp;b=2");
});

test("a range is cut at its ends; the body brings its section", async () => {
  const document = await openDocument({ body: `<w:p>${run("一二三", "<w:b/>")}</w:p>` });
  const [range] = items(call(document.body, "_Search2", "二", 0));
  const cut = parts(call(range, "GetOoxml")).get("/word/document.xml") ?? "";
  expect(cut).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">二</w:t></w:r>');
  expect(document.texts()).toEqual(["一二三"]);
  expect(parts(call(document.body, "GetOoxml")).get("/word/document.xml")).toContain("<w:sectPr>");
});

test("a paragraph of a cell is answered without the table on the web", async () => {
  const document = await openDocument({
    body: `<w:tbl><w:tr><w:tc>${paragraph("左")}</w:tc><w:tc>${paragraph("右")}</w:tc></w:tr></w:tbl>${paragraph("後")}`,
  });
  const main = parts(call(document.paragraph(0), "GetOoxml")).get("/word/document.xml") ?? "";
  expect(main).toContain("左");
  expect(main).not.toMatch(/右|w:tbl/);
});

test("a package holds the styles and lists that its content uses, and no others", async () => {
  const style = (id: string, inner: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
  const document = await openDocument({
    styles:
      style("base", "") +
      style("listed", '<w:basedOn w:val="base"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>') +
      style("other", ""),
    numbering: [1, 2, 3]
      .map((id) => `<w:abstractNum w:abstractNumId="${id}"/>`)
      .concat([1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`))
      .join(""),
    body:
      '<w:p><w:pPr><w:pStyle w:val="listed"/></w:pPr></w:p>' +
      '<w:p><w:pPr><w:pStyle w:val="other"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:p>',
  });
  const all = parts(call(document.paragraph(0), "GetOoxml"));
  expect(all.get("/word/styles.xml")?.match(/w:styleId="\w+"/g)).toEqual(['w:styleId="base"', 'w:styleId="listed"']);
  expect(all.get("/word/numbering.xml")?.match(/w:numId="\d"/g)).toEqual(['w:numId="2"']);
  expect(all.get("/word/numbering.xml")?.match(/w:abstractNumId="\d"/g)).toEqual(['w:abstractNumId="2"']);
});
