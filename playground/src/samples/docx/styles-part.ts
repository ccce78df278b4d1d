import { wordPart } from "./xml";

const mincho = '<w:rFonts w:ascii="ＭＳ 明朝" w:eastAsia="ＭＳ 明朝" w:hAnsi="ＭＳ 明朝" w:cs="Times New Roman"/>';
const gothic = '<w:rFonts w:ascii="ＭＳ ゴシック" w:eastAsia="ＭＳ ゴシック" w:hAnsi="ＭＳ ゴシック"/>';

interface Style {
  readonly id: string;
  /** Word's built-in English name where there is one: Word shows it in the language of its interface. */
  readonly name: string;
  readonly next?: string;
  readonly paragraph?: string;
  readonly run?: string;
}

/** Styles of a Japanese office paper: 明朝 for the text, ゴシック for headings, 10.5 pt, lines on the grid. */
const paragraphStyles: readonly Style[] = [
  {
    id: "Title",
    name: "Title",
    next: "Normal",
    paragraph: '<w:spacing w:before="2400" w:after="600"/><w:jc w:val="center"/>',
    run: `${gothic}<w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/>`,
  },
  {
    id: "Subject",
    name: "件名",
    next: "Normal",
    paragraph: '<w:spacing w:before="360" w:after="360"/><w:jc w:val="center"/>',
    run: `${gothic}<w:sz w:val="26"/><w:szCs w:val="26"/>`,
  },
  {
    id: "Heading1",
    name: "heading 1",
    next: "BodyText",
    paragraph:
      '<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' +
      '<w:spacing w:before="360" w:after="160"/><w:outlineLvl w:val="0"/>',
    run: `${gothic}<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>`,
  },
  {
    id: "Heading2",
    name: "heading 2",
    next: "BodyText",
    paragraph:
      '<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>' +
      '<w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>',
    run: `${gothic}<w:sz w:val="22"/><w:szCs w:val="22"/>`,
  },
  {
    id: "Heading3",
    name: "heading 3",
    next: "BodyText",
    paragraph:
      '<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>' +
      '<w:spacing w:before="160"/><w:outlineLvl w:val="2"/>',
    run: gothic,
  },
  {
    id: "UnnumberedHeading",
    name: "見出し（番号なし）",
    next: "BodyText",
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="160"/><w:jc w:val="center"/>',
    run: `${gothic}<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>`,
  },
  { id: "BodyText", name: "Body Text", paragraph: '<w:ind w:left="210" w:firstLine="210"/><w:jc w:val="both"/>' },
  {
    id: "BodyTextIndent",
    name: "Body Text Indent",
    paragraph: '<w:ind w:left="420" w:firstLine="210"/><w:jc w:val="both"/>',
  },
  {
    id: "KanaItem",
    name: "項目（ア）",
    paragraph:
      '<w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr><w:ind w:left="840" w:hanging="420"/><w:jc w:val="both"/>',
  },
  {
    id: "Caption",
    name: "caption",
    next: "BodyText",
    paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:jc w:val="center"/>',
    run: `${gothic}<w:sz w:val="20"/><w:szCs w:val="20"/>`,
  },
  {
    id: "Source",
    name: "出典",
    next: "BodyText",
    paragraph: '<w:spacing w:before="40" w:after="200"/><w:ind w:left="210"/>',
    run: '<w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  {
    id: "TableText",
    name: "表の文字",
    paragraph: '<w:spacing w:line="280" w:lineRule="exact"/>',
    run: '<w:sz w:val="19"/><w:szCs w:val="19"/>',
  },
  {
    id: "Header",
    name: "header",
    paragraph: '<w:tabs><w:tab w:val="center" w:pos="4535"/><w:tab w:val="right" w:pos="9070"/></w:tabs>',
    run: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: "Footer",
    name: "footer",
    paragraph:
      '<w:tabs><w:tab w:val="center" w:pos="4535"/><w:tab w:val="right" w:pos="9070"/></w:tabs><w:jc w:val="center"/>',
    run: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: "FootnoteText",
    name: "footnote text",
    paragraph: '<w:snapToGrid w:val="0"/><w:ind w:left="420" w:hanging="420"/>',
    run: '<w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  { id: "CommentText", name: "annotation text", run: '<w:sz w:val="20"/><w:szCs w:val="20"/>' },
];

const characterStyles: readonly Style[] = [
  { id: "Hyperlink", name: "Hyperlink", run: '<w:color w:val="0B57A4"/><w:u w:val="single"/>' },
  { id: "FootnoteReference", name: "footnote reference", run: '<w:vertAlign w:val="superscript"/>' },
  { id: "CommentReference", name: "annotation reference", run: '<w:sz w:val="18"/><w:szCs w:val="18"/>' },
];

export function stylesPart(): string {
  return wordPart(
    "styles",
    `<w:docDefaults><w:rPrDefault><w:rPr>${mincho}<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="21"/>` +
      '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
      '<w:pPr><w:widowControl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">' +
      '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
      '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
      '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
      '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
      paragraphStyles.map((style) => styleXml("paragraph", "Normal", style)).join("") +
      characterStyles.map((style) => styleXml("character", "DefaultParagraphFont", style)).join("") +
      tableGrid(),
  );
}

function styleXml(type: string, basedOn: string, { id, name, next, paragraph, run }: Style): string {
  return (
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>` +
    (next === undefined ? "" : `<w:next w:val="${next}"/>`) +
    "<w:qFormat/>" +
    (paragraph === undefined ? "" : `<w:pPr>${paragraph}</w:pPr>`) +
    (run === undefined ? "" : `<w:rPr>${run}</w:rPr>`) +
    "</w:style>"
  );
}

function tableGrid(): string {
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="4D5B73"/>`)
    .join("");
  return (
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>' +
    `<w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style>`
  );
}
