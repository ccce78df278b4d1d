import type { Places } from "@genai-office/shared/guards";
import { decodeEntities, paragraphTexts, tokenize } from "@genai-office/shared/ooxml";
import { readDocx } from "../ai-app-server/inputs/read-docx";
import { linesOf, sourceDocument } from "../ai-app-server/inputs/source-document";
import { ZipArchive, ZipProblem } from "../ai-app-server/inputs/zip-archive";

/** What is inflated beside body, headers and footers. Bytes. */
const inflatedBytes = 48 * 1024 * 1024;

/** Parts without words of the author. */
const wordless =
  /(?:^|\/)(?:\[Content_Types\]\.xml|_rels\/[^/]*\.rels|(?:styles\w*|settings|webSettings|fontTable|numbering|theme\d*)\.xml)$|\/$/i;
/** Pictures and fonts: what they show is not read. */
const picture = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|wdp|odttf|ttf)$/i;

/**
 * Everything a Word document says, in the places where a marking may stand: also its notes, comments, properties (labels
 * of 機密性 are kept there) and the data that is stored in it.
 * @throws ZipProblem for what is no readable Word document, and for one that holds other files
 */
export async function docxPlaces(bytes: Uint8Array, filename: string): Promise<Places> {
  const { paragraphs, headers, footers } = await readDocx(bytes);
  const archive = ZipArchive.open(bytes, inflatedBytes);
  const body: string[] = [];
  const properties: string[] = [];
  for (const name of archive.names()) {
    if (wordless.test(name) || picture.test(name)) continue;
    // An embedded workbook or a macro leaves with the document and cannot be read.
    if (!/\.xml$/i.test(name)) throw new ZipProblem("broken");
    const xml = await readXml(archive, name);
    if (/^docProps\//i.test(name)) properties.push(...textNodes(xml));
    else body.push(...(/<w:p[\s>]/.test(xml) ? paragraphTexts(xml) : textNodes(xml)));
  }
  const { places } = sourceDocument(1, filename, paragraphs.flatMap(linesOf), [...headers, ...properties], footers);
  return { ...places, body: [...(places.body ?? []), ...body] };
}

async function readXml(archive: ZipArchive, name: string): Promise<string> {
  const bytes = (await archive.read(name)) ?? new Uint8Array();
  const utf16 = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : undefined;
  try {
    return new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ZipProblem("broken");
  }
}

function textNodes(xml: string): string[] {
  const texts: string[] = [];
  for (const { kind, start, end } of tokenize(xml)) {
    if (kind !== "text") continue;
    const text = decodeEntities(xml.slice(start, end)).trim();
    if (text !== "") texts.push(text);
  }
  return texts;
}
