import { setImmediate as otherWork } from "node:timers/promises";
import type { HiddenText } from "@genai-office/shared/guards";
import { ShownReader, type ShownDocument } from "@genai-office/shared/guards/injection/word";
import { mainBody, ParagraphReader, tokenize } from "@genai-office/shared/ooxml";
import { docxLabels } from "./docx-labels";
import { openDocx, readXml } from "./docx-package";
import { ZipProblem, type ZipArchive } from "./zip-archive";

/** A Word document as far as a task needs it. */
export interface DocxTexts {
  /** Paragraphs of the body in reading order, empty ones included, as they are shown: deleted and hidden text left out. */
  paragraphs: string[];
  /** What the body holds without showing it; left out for nothing. */
  hidden?: HiddenText[];
  /** Paragraphs of every header and footer that belongs to the document, whether a section shows it or not. */
  headers: string[];
  footers: string[];
  /** Names of the sensitivity labels in force. */
  labels: string[];
}

/** What is inflated of one document: the body of 1,000 pages is about half of it. Bytes. */
const inflatedBytes = 32 * 1024 * 1024;

/** Tokens read without a pause: a few ten milliseconds. */
const tokensPerTurn = 50_000;

/**
 * Reads a .docx by its relationships (ECMA-376 part 2), not by the usual names of its parts.
 * @throws ZipProblem also for a zip that is no Word document ("not-a-zip")
 */
export async function readDocx(bytes: Uint8Array): Promise<DocxTexts> {
  const { archive, main, headers, footers, customProperties, styles } = await openDocx(bytes, inflatedBytes);
  const properties = customProperties === undefined ? undefined : await readXml(archive, customProperties);
  const document = requireDocument(await readXml(archive, main));
  const { paragraphs, hidden } = await readShown(document, (styles && (await readXml(archive, styles))) ?? "");
  return {
    paragraphs: paragraphs.map(({ shown }) => shown),
    ...(hidden.length === 0 ? {} : { hidden }),
    headers: await textsOf(archive, headers),
    footers: await textsOf(archive, footers),
    labels: properties === undefined ? [] : docxLabels(properties).labels,
  };
}

/** @throws ZipProblem for a main part that is no document of WordprocessingML */
export function requireDocument(xml: string | undefined): string {
  if (xml === undefined || !/<w:document[\s>]/.test(xml)) throw new ZipProblem("not-a-zip");
  return xml;
}

async function textsOf(archive: ZipArchive, parts: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const part of parts) {
    const xml = await readXml(archive, part);
    // A header that is named and cannot be read may be the one that carries the marking.
    if (xml === undefined) throw new ZipProblem("broken");
    for (const text of await readParagraphs(xml)) texts.push(text);
  }
  return texts;
}

/** `shownParagraphs` that lets other requests have their turn. */
async function readShown(xml: string, styles: string): Promise<ShownDocument> {
  const reader = new ShownReader(xml, styles);
  let tokens = 0;
  for (const token of tokenize(reader.xml)) {
    reader.take(token);
    if (++tokens % tokensPerTurn === 0) await otherWork();
  }
  return reader.result();
}

/** `paragraphTexts` that lets other requests have their turn. */
export async function readParagraphs(xml: string): Promise<string[]> {
  const reader = new ParagraphReader(mainBody(xml));
  let tokens = 0;
  for (const token of tokenize(reader.xml)) {
    reader.take(token);
    if (++tokens % tokensPerTurn === 0) await otherWork();
  }
  return reader.texts;
}
