import { strToU8, zipSync } from "fflate";

const wordNamespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const typePrefix = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const contentTypePrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

export interface DocxOptions {
  /** Children of w:body as XML. The prefixes w, r, mc, w14, wp, a, wps, v are declared. */
  body: string;
  /** Last section's w:sectPr; default a plain A4 page. "" leaves it out. */
  sectionProperties?: string;
  /** Further parts by name, whole XML: { "docProps/core.xml": "<...>" }. No relationship is made for them. */
  parts?: Record<string, string | Uint8Array>;
  /** Children of w:styles. Without it there is no styles part. */
  styles?: string;
  /** Children of w:numbering. */
  numbering?: string;
  /** Children of w:settings. */
  settings?: string;
  /** Children of w:footnotes (separators included when wanted). */
  footnotes?: string;
  /** Children of w:endnotes. */
  endnotes?: string;
  /** Children of w:comments. */
  comments?: string;
  /** Headers by relationship id: { rId50: "<w:p/>" }. */
  headers?: Record<string, string>;
  footers?: Record<string, string>;
  /** Core properties by element: { "dc:title": "題名" }. */
  properties?: Record<string, string>;
  /** Custom properties by name, as text: { MSIP_Label_…_Name: "機密性2" }. */
  customProperties?: Record<string, string>;
  /** Further relationships of the document: [id, kind, target, external?]. */
  relationships?: [id: string, kind: string, target: string, external?: boolean][];
  /** Name of the main part; default "word/document.xml". */
  mainPart?: string;
}

/** A real .docx from the XML a test writes, with the content types and relationships it needs. */
export function buildDocx(options: DocxOptions): Uint8Array {
  const main = options.mainPart ?? "word/document.xml";
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const files: Record<string, string | Uint8Array> = {};
  const overrides: string[] = [override(main, "document.main")];
  const relationships: string[] = [];
  const addPart = (id: string, kind: string, file: string, root: string, content: string, type = kind) => {
    files[folder + file] = `${header}<w:${root} ${wordNamespaces} mc:Ignorable="w14">${content}</w:${root}>`;
    overrides.push(override(folder + file, type));
    relationships.push(relationship(id, kind, file));
  };
  const section =
    options.sectionProperties ??
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1701" w:bottom="1701" w:left="1701" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  if (options.styles !== undefined) addPart("rIdStyles", "styles", "styles.xml", "styles", options.styles);
  if (options.numbering !== undefined) {
    addPart("rIdNumbering", "numbering", "numbering.xml", "numbering", options.numbering);
  }
  if (options.settings !== undefined) addPart("rIdSettings", "settings", "settings.xml", "settings", options.settings);
  if (options.footnotes !== undefined) {
    addPart("rIdFootnotes", "footnotes", "footnotes.xml", "footnotes", options.footnotes);
  }
  if (options.endnotes !== undefined) addPart("rIdEndnotes", "endnotes", "endnotes.xml", "endnotes", options.endnotes);
  if (options.comments !== undefined) addPart("rIdComments", "comments", "comments.xml", "comments", options.comments);
  for (const [id, content] of Object.entries(options.headers ?? {})) {
    addPart(id, "header", `header-${id}.xml`, "hdr", content);
  }
  for (const [id, content] of Object.entries(options.footers ?? {})) {
    addPart(id, "footer", `footer-${id}.xml`, "ftr", content);
  }
  for (const [id, kind, target, external] of options.relationships ?? []) {
    relationships.push(relationship(id, kind, target, external));
  }
  const packageRelationships = [relationship("rId1", "officeDocument", main)];
  if (options.properties) {
    const content = Object.entries(options.properties)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join("");
    files["docProps/core.xml"] =
      `${header}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${content}</cp:coreProperties>`;
    packageRelationships.push(
      `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    );
    overrides.push(
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    );
  }
  if (options.customProperties) {
    const content = Object.entries(options.customProperties)
      .map(
        ([name, value], index) =>
          `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
      )
      .join("");
    files["docProps/custom.xml"] =
      `${header}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${content}</Properties>`;
    packageRelationships.push(relationship("rId3", "custom-properties", "docProps/custom.xml"));
    overrides.push(
      '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>',
    );
  }
  const document = `${header}<w:document ${wordNamespaces} mc:Ignorable="w14"><w:body>${options.body}${section}</w:body></w:document>`;
  const all: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join("")}</Types>`,
    "_rels/.rels": relationshipsXml(packageRelationships),
    [main]: document,
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: relationshipsXml(relationships),
    ...files,
    ...options.parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]),
    ),
    { level: 6, mtime: new Date(2020, 0, 1) },
  );
}

/** `<w:p>` with runs of plain text; `properties` is the inner XML of w:pPr. */
export function paragraph(text: string, properties = ""): string {
  const pPr = properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${pPr}${text === "" ? "" : run(text)}</w:p>`;
}

/** `<w:r>` with text; `properties` is the inner XML of w:rPr. */
export function run(text: string, properties = ""): string {
  const rPr = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function override(name: string, type: string): string {
  return `<Override PartName="/${name}" ContentType="${contentTypePrefix}${type}+xml"/>`;
}

function relationship(id: string, kind: string, target: string, external = false): string {
  const mode = external ? ' TargetMode="External"' : "";
  return `<Relationship Id="${id}" Type="${typePrefix}${kind}" Target="${escapeXml(target)}"${mode}/>`;
}

function relationshipsXml(items: string[]): string {
  return `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}
