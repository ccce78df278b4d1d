import { strToU8, zipSync, type Zippable } from "fflate";
import type { Inline } from "./inline";
import { inlineXml } from "./inline-writer";
import { numberingPart } from "./numbering-part";
import { Parts, relationshipsPart } from "./parts";
import { pictureXml, type Picture } from "./picture";
import { stylesPart } from "./styles-part";
import { tableXml, type Table } from "./table";
import { escapeXml, plainPart, wordPart } from "./xml";

export interface DocumentProperties {
  readonly title: string;
  readonly creator: string;
  /** ISO 8601, both for creation and last change: the bytes are the same in every build. */
  readonly date: string;
  /** Printed at the right of the header: 機密性2情報. Absent: no header. */
  readonly marking?: string;
}

export interface ParagraphOptions {
  readonly align?: "left" | "center" | "right";
  readonly pageBreakBefore?: true;
  readonly keepNext?: true;
  /** Twips. */
  readonly spaceBefore?: number;
}

/** Writes a .docx of the samples paragraph by paragraph. Element order follows ECMA-376: Word refuses what breaks it. */
export class DocumentWriter {
  private readonly parts = new Parts();
  private readonly body: string[] = [];

  constructor(private readonly properties: DocumentProperties) {}

  paragraph(style: string, content: readonly Inline[], options: ParagraphOptions = {}): this {
    return this.add(this.paragraphXml(style, inlineXml(content, this.parts), options));
  }

  heading(level: 1 | 2 | 3, text: string): this {
    return this.paragraph(`Heading${level}`, [text]);
  }

  text(...content: Inline[]): this {
    return this.paragraph("BodyText", content);
  }

  indentedText(...content: Inline[]): this {
    return this.paragraph("BodyTextIndent", content);
  }

  item(...content: Inline[]): this {
    return this.paragraph("KanaItem", content);
  }

  table(table: Table): this {
    return this.add(tableXml(table, this.parts));
  }

  picture(picture: Picture): this {
    return this.add(this.paragraphXml("Normal", pictureXml(picture, this.parts), { align: "center", keepNext: true }));
  }

  /** The finished package: deterministic, so that a build can be compared with the one before. */
  toPackage(): Uint8Array {
    const marking = this.properties.marking;
    const files: Record<string, string | Uint8Array> = {};
    const header = marking === undefined ? undefined : this.parts.relate("header", "header1.xml");
    const footer = this.parts.relate("footer", "footer1.xml");
    for (const name of ["styles", "numbering", "settings", "fontTable"]) this.parts.relate(name, `${name}.xml`);
    if (this.parts.hasFootnotes) this.parts.relate("footnotes", "footnotes.xml");
    if (this.parts.hasComments) this.parts.relate("comments", "comments.xml");
    files["word/document.xml"] = wordPart(
      "document",
      `<w:body>${this.body.join("")}${section(header, footer)}</w:body>`,
    );
    files["word/styles.xml"] = stylesPart();
    files["word/numbering.xml"] = numberingPart();
    files["word/settings.xml"] = settingsPart(this.parts.hasFootnotes);
    files["word/fontTable.xml"] = fontTablePart();
    if (marking !== undefined) files["word/header1.xml"] = this.headerPart(marking);
    files["word/footer1.xml"] = this.footerPart();
    if (this.parts.hasFootnotes) files["word/footnotes.xml"] = this.parts.footnotesPart();
    if (this.parts.hasComments) files["word/comments.xml"] = this.parts.commentsPart();
    for (const [name, png] of this.parts.pictures) files[`word/${name}`] = png;
    files["word/_rels/document.xml.rels"] = this.parts.relationshipsPart();
    files["docProps/core.xml"] = corePart(this.properties);
    files["docProps/app.xml"] = appPart();
    return zipPackage({
      "[Content_Types].xml": contentTypesPart(Object.keys(files)),
      "_rels/.rels": packageRelationships(),
      ...files,
    });
  }

  private headerPart(marking: string): string {
    const content = inlineXml([{ text: marking, bold: true }], this.parts);
    return wordPart("hdr", this.paragraphXml("Header", content, { align: "right" }));
  }

  private footerPart(): string {
    const content = inlineXml(["－ ", { field: "PAGE", result: "1" }, " －"], this.parts);
    return wordPart("ftr", this.paragraphXml("Footer", content, {}));
  }

  /** CT_PPr order: pStyle, keepNext, pageBreakBefore, spacing, jc. */
  private paragraphXml(style: string, content: string, options: ParagraphOptions): string {
    const properties =
      (style === "Normal" ? "" : `<w:pStyle w:val="${style}"/>`) +
      (options.keepNext ? "<w:keepNext/>" : "") +
      (options.pageBreakBefore ? "<w:pageBreakBefore/>" : "") +
      (options.spaceBefore === undefined ? "" : `<w:spacing w:before="${options.spaceBefore}"/>`) +
      (options.align === undefined ? "" : `<w:jc w:val="${options.align}"/>`);
    const wrapped = properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`;
    return `<w:p w14:paraId="${this.parts.nextParagraphId()}">${wrapped}${content}</w:p>`;
  }

  private add(xml: string): this {
    this.body.push(xml);
    return this;
  }
}

/** A4 upright, 25 mm at the sides, 30 mm above: twips. */
function section(header: string | undefined, footer: string): string {
  return (
    "<w:sectPr>" +
    (header === undefined ? "" : `<w:headerReference w:type="default" r:id="${header}"/>`) +
    `<w:footerReference w:type="default" r:id="${footer}"/>` +
    '<w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="851" w:footer="680" w:gutter="0"/>' +
    '<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="360"/></w:sectPr>'
  );
}

function settingsPart(hasFootnotes: boolean): string {
  return wordPart(
    "settings",
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="840"/><w:characterSpacingControl w:val="compressPunctuation"/>' +
      (hasFootnotes ? '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' : "") +
      '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
      '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
  );
}

function fontTablePart(): string {
  const font = (name: string, alternative: string, panose: string, family: string) =>
    `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:panose1 w:val="${panose}"/>` +
    `<w:charset w:val="80"/><w:family w:val="${family}"/><w:pitch w:val="fixed"/></w:font>`;
  return wordPart(
    "fonts",
    font("ＭＳ 明朝", "MS Mincho", "02020609040205080304", "roman") +
      font("ＭＳ ゴシック", "MS Gothic", "020B0609070205080204", "modern"),
  );
}

function contentTypesPart(names: readonly string[]): string {
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const kinds: Record<string, string> = {
    "word/document.xml": `${word}.document.main+xml`,
    "word/header1.xml": `${word}.header+xml`,
    "word/footer1.xml": `${word}.footer+xml`,
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  };
  for (const name of ["styles", "numbering", "settings", "fontTable", "footnotes", "comments"])
    kinds[`word/${name}.xml`] = `${word}.${name}+xml`;
  return plainPart(
    'Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
      names
        .filter((name) => kinds[name] !== undefined)
        .map((name) => `<Override PartName="/${name}" ContentType="${kinds[name]}"/>`)
        .join(""),
  );
}

function packageRelationships(): string {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
  return relationshipsPart([
    { id: "rId1", type: `${office}/officeDocument`, target: "word/document.xml", external: false },
    { id: "rId2", type: core, target: "docProps/core.xml", external: false },
    { id: "rId3", type: `${office}/extended-properties`, target: "docProps/app.xml", external: false },
  ]);
}

function corePart({ title, creator, date }: DocumentProperties): string {
  const when = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;
  return plainPart(
    'cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator>` +
      `<cp:lastModifiedBy>${escapeXml(creator)}</cp:lastModifiedBy>${when("created")}${when("modified")}<dc:language>ja-JP</dc:language>`,
  );
}

function appPart(): string {
  return plainPart(
    'Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"',
    "<Application>GENAI Office playground</Application>",
  );
}

function zipPackage(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  // The zip format stores local time; a date built from local parts gives the same bytes in every time zone.
  const mtime = new Date(2026, 0, 1);
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files))
    entries[name] = [typeof content === "string" ? strToU8(content) : content, { mtime, level: 6 }];
  return zipSync(entries);
}
