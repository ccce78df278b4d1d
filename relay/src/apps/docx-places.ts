import type { Places } from "@genai-office/shared/guards";
import { docxLabels } from "../ai-app-server/inputs/docx-labels";
import { openDocx, readXml } from "../ai-app-server/inputs/docx-package";
import { requireDocument } from "../ai-app-server/inputs/read-docx";
import { linesOf, sourceDocument } from "../ai-app-server/inputs/source-document";
import { ZipProblem } from "../ai-app-server/inputs/zip-archive";
import { wordsOfXml, type WordsOfXml } from "./words-of-xml";

/** What is inflated of one document. Bytes. */
const inflatedBytes = 48 * 1024 * 1024;

/** Pictures and fonts: what they show is not read. Pictures of SVG are text and read as such. */
const picture = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp|wdp|odttf|ttf)$/i;
const readable = /\.(?:xml|rels|svg)$/i;

/**
 * Everything a Word document says, in the places where a marking may stand: also its notes, comments, properties (labels
 * of 機密性 are kept there), the data that is stored in it, tracked deletions and the attributes that hold words.
 * @param maximumCharacters of all places together
 * @throws ZipProblem for what is no readable Word document, for one that holds other files, and for one too large
 */
export async function docxPlaces(bytes: Uint8Array, filename: string, maximumCharacters: number): Promise<Places> {
  const { archive, main, headers, footers, customProperties } = await openDocx(bytes, inflatedBytes);
  let left = maximumCharacters;
  const wordsOf = async (xml: string): Promise<WordsOfXml> => {
    const words = await wordsOfXml(xml, left);
    for (const text of words.paragraphs) left -= text.length;
    for (const text of words.aside) left -= text.length;
    if (left < 0) throw new ZipProblem("too-large");
    return words;
  };
  const { paragraphs, aside } = await wordsOf(requireDocument(await readXml(archive, main)));
  const named = { header: [] as string[], footer: [] as string[], body: [] as string[] };
  const labels: string[] = [];
  add(named.body, aside);
  for (const name of new Set([...headers, ...footers, ...archive.names()])) {
    if (name === main || picture.test(name) || name.endsWith("/")) continue;
    // An embedded workbook or a macro leaves with the document and cannot be read.
    if (!readable.test(name)) throw new ZipProblem("broken");
    const xml = await readXml(archive, name);
    // A header that is named and cannot be read may be the one that carries the marking.
    if (xml === undefined) throw new ZipProblem("broken");
    const isProperties = name === customProperties || /^docProps\/custom\.xml$/i.test(name);
    const own = isProperties ? docxLabels(xml) : { labels: [], rest: xml };
    add(labels, own.labels);
    const words = await wordsOf(own.rest);
    const inHeader = headers.includes(name) || /^docProps\//i.test(name);
    const place = inHeader ? named.header : footers.includes(name) ? named.footer : named.body;
    add(place, words.paragraphs);
    add(place, words.aside);
  }
  const { places } = sourceDocument(1, filename, paragraphs.flatMap(linesOf), named.header, named.footer);
  const body = [...(places.body ?? [])];
  add(body, named.body);
  return { ...places, body, labels };
}

/** One by one: a call takes only so many arguments. */
function add(texts: string[], more: readonly string[]): void {
  for (const text of more) texts.push(text);
}
