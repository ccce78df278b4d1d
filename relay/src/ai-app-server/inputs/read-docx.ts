import { decodeEntities, paragraphTexts } from "@genai-office/shared/ooxml";
import { ZipArchive, ZipProblem } from "./zip-archive";

/** A Word document as far as a task needs it. */
export interface DocxTexts {
  /** Paragraphs of the body in reading order, empty ones included; deleted text left out. */
  paragraphs: string[];
  /** Paragraphs of every header and footer that belongs to the document, whether a section shows it or not. */
  headers: string[];
  footers: string[];
}

/** What is inflated of one document: the body of 1,000 pages is about half of it. Bytes. */
const inflatedBytes = 32 * 1024 * 1024;

/**
 * Reads a .docx by its relationships (ECMA-376 part 2), not by the usual names of its parts.
 * @throws ZipProblem also for a zip that is no Word document ("not-a-zip")
 */
export async function readDocx(bytes: Uint8Array): Promise<DocxTexts> {
  const archive = ZipArchive.open(bytes, inflatedBytes);
  const main = (await relatedParts(archive, "", "officeDocument"))[0];
  const body = main === undefined ? undefined : await readXml(archive, main);
  if (main === undefined || body === undefined || !/<w:document[\s>]/.test(body)) throw new ZipProblem("not-a-zip");
  return {
    paragraphs: paragraphTexts(body),
    headers: await textsOf(archive, await relatedParts(archive, main, "header")),
    footers: await textsOf(archive, await relatedParts(archive, main, "footer")),
  };
}

async function textsOf(archive: ZipArchive, parts: string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const part of parts) {
    const xml = await readXml(archive, part);
    // A header that is named and cannot be read may be the one that carries the marking.
    if (xml === undefined) throw new ZipProblem("broken");
    texts.push(...paragraphTexts(xml));
  }
  return texts;
}

async function readXml(archive: ZipArchive, name: string): Promise<string | undefined> {
  const bytes = await archive.read(name);
  if (bytes === undefined) return undefined;
  // Office writes UTF-8; the standard admits UTF-16 as well, which begins with its mark.
  const utf16 = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : undefined;
  try {
    return new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ZipProblem("broken");
  }
}

/** Names of the parts that a part ("" is the package) has a relationship of this kind to, in their order. */
async function relatedParts(archive: ZipArchive, part: string, kind: string): Promise<string[]> {
  const slash = part.lastIndexOf("/") + 1;
  const xml = await readXml(archive, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const names: string[] = [];
  for (const [tag] of (xml ?? "").matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (attribute(tag, "TargetMode") === "External" || !attribute(tag, "Type").endsWith(`/${kind}`)) continue;
    names.push(partName(attribute(tag, "Target"), part));
  }
  return [...new Set(names)];
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return decodeEntities(found?.[1] ?? found?.[2] ?? "");
}

/** A relationship's target as a part name; relative ones stand beside the part they belong to. */
function partName(target: string, source: string): string {
  const path = new URL(target, `http://package/${source}`).pathname;
  try {
    return decodeURIComponent(path).slice(1);
  } catch {
    return path.slice(1);
  }
}
