import { wordPart } from "./xml";

interface Level {
  readonly format: string;
  readonly text: string;
  readonly style: string;
  /** Twips: 210 is one full-width character of 10.5 pt. */
  readonly left: number;
  readonly hanging: number;
}

/** 第１ > １ > （１） > ア: the numbering of official papers (公用文作成の考え方), tied to the heading styles. */
const levels: readonly Level[] = [
  { format: "decimalFullWidth", text: "第%1　", style: "Heading1", left: 780, hanging: 780 },
  { format: "decimalFullWidth", text: "%2　", style: "Heading2", left: 440, hanging: 440 },
  { format: "decimalFullWidth", text: "（%3）　", style: "Heading3", left: 1050, hanging: 840 },
  { format: "aiueoFullWidth", text: "%4　", style: "KanaItem", left: 840, hanging: 420 },
];

export function numberingPart(): string {
  const xml = levels
    .map(
      ({ format, text, style, left, hanging }, at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${style}"/>` +
        `<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
        `<w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`,
    )
    .join("");
  return wordPart(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:nsid w:val="3C5A1E70"/><w:multiLevelType w:val="multilevel"/>' +
      `<w:tmpl w:val="7B2E4D16"/>${xml}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  );
}
