import { append } from "./append";
import { unzipSync } from "fflate";
import { labelsOfProperties } from "../guards/confidentiality";
import { attributeValue, customProperties, mainBody, paragraphTexts, ParagraphReader, tokenize } from "../ooxml";
import { GenaiError } from "../vocabulary";
import { transcriptLimits } from "./transcript-limits";

/** What a transcript needs of a Word file. */
export interface DocumentText {
  /** Lines as read: a paragraph's line breaks part it, a table's row is one line with tabs between its cells, \v between their paragraphs. */
  lines: string[];
  headers: string[];
  footers: string[];
  labels: string[];
}

const relationships = "_rels/.rels";
const customPart = "docProps/custom.xml";
/** Headers and footers that a document may reasonably have. */
const mostParts = 200;

/**
 * Words of a .docx, under limits: parts that unfold to more are refused before they are unfolded, entities are never expanded.
 * @throws GenaiError "document-protected" for an encrypted file, "document-unsupported" for none or a broken one,
 *   "input-too-large" beyond `transcriptLimits`
 */
export function readDocx(bytes: Uint8Array): DocumentText {
  const roots = unzip(bytes, (name) => name === relationships || name === customPart);
  const main = mainPart(textOf(roots[relationships]));
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const around = new RegExp(`^${folder.replace(/[^\w/]/g, "\\$&")}(?:header|footer)\\d*\\.xml$`);
  const parts = unzip(bytes, (name) => name === main || around.test(name));
  const document = parts[main];
  if (document === undefined) throw new GenaiError("document-unsupported", "the file has no document part");
  const ofParts = (kind: string): string[] =>
    Object.keys(parts)
      .filter((name) => name.startsWith(folder + kind))
      .sort()
      .flatMap((name) => paragraphTexts(textOf(parts[name])))
      .filter((text) => text.trim() !== "");
  return {
    lines: linesOf(textOf(document)),
    headers: ofParts("header"),
    footers: ofParts("footer"),
    labels: labelsOfProperties(customProperties(textOf(roots[customPart]))),
  };
}

function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let total = 0;
  let parts = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        parts += 1;
        if (total > transcriptLimits.partBytes || parts > mostParts)
          throw new GenaiError("input-too-large", "the parts of the file unfold to more than a transcript has");
        return true;
      },
    });
  } catch (error) {
    if (GenaiError.isInstance(error)) throw error;
    throw new GenaiError("document-unsupported", "the file is no readable package", { cause: error });
  }
}

function mainPart(rels: string): string {
  for (const token of tokenize(rels)) {
    if (!token.name.endsWith("Relationship")) continue;
    const tag = rels.slice(token.start, token.end);
    if (attributeValue(tag, "Type").endsWith("/officeDocument"))
      return attributeValue(tag, "Target").replace(/^\//, "");
  }
  return "word/document.xml";
}

function textOf(part: Uint8Array | undefined): string {
  return part === undefined ? "" : new TextDecoder().decode(part);
}

/** Paragraphs and rows, in the order in which they are read. */
function linesOf(xml: string): string[] {
  const reader = new ParagraphReader(mainBody(xml));
  const lines: string[] = [];
  /** Cells of the open row of the outermost table. */
  let cells: string[] = [];
  let isMerged = false;
  let tables = 0;
  let taken = 0;
  const take = (): string[] => {
    const fresh = reader.texts.slice(taken);
    taken = reader.texts.length;
    return fresh;
  };
  for (const token of tokenize(reader.xml)) {
    reader.take(token);
    if (token.name === "w:tbl" && token.kind === "open") {
      if (tables === 0) push(lines, take());
      tables += 1;
    } else if (token.name === "w:tbl" && token.kind === "close") tables -= 1;
    else if (tables === 1 && token.name === "w:tc" && token.kind === "close") {
      const words = take()
        .join("\n")
        .replace(/[^\S\n]+/g, " ")
        .trim();
      // What is merged with the cell above says the same.
      cells.push(words === "" && isMerged ? "〃" : words.replace(/\s*\n\s*/g, "\v"));
      isMerged = false;
    } else if (tables === 1 && token.name === "w:vMerge" && token.kind !== "close") {
      isMerged = attributeValue(reader.xml.slice(token.start, token.end), "w:val") !== "restart";
    } else if (tables === 1 && token.name === "w:tr" && token.kind === "close") {
      // A table of one column is layout: its paragraphs are lines.
      append(lines, cells.length === 1 ? cells[0]!.split("\v") : [cells.join("\t")]);
      cells = [];
    } else if (tables === 0 && reader.texts.length > taken) push(lines, take());
  }
  push(lines, take());
  return lines;
}

function push(lines: string[], texts: readonly string[]): void {
  for (const text of texts) append(lines, text.split("\n"));
}
