import type { HiddenText, Places } from "@genai-office/shared/guards";
import type { Block } from "@genai-office/shared/vocabulary";
import { say } from "../texts/say";

/** One source of a task: what was pasted, or a file. */
export interface SourceDocument {
  /** Name of the file; "" for what was pasted. */
  name: string;
  /** Its paragraphs with text. Ids are unique among all sources of the request. */
  blocks: Block[];
  /** Where a marking may stand; more than what is sent: notes, comments, properties and stored data as well. */
  places: Places;
  /** True where a marking may also stand in something that nobody can read here, such as an embedded workbook. */
  partlyUnread?: boolean;
  /** What the file holds without showing it; no part of the blocks. */
  hidden?: HiddenText[];
}

/** As in the Word pane: the first page of plain text has at most so much. */
const firstPageCharacters = 1_440;
const firstPageParagraphs = 40;

/** Makes a source of paragraphs; `number` tells the sources of a request apart. */
export function sourceDocument(
  number: number,
  name: string,
  paragraphs: readonly string[],
  headers: readonly string[] = [],
  footers: readonly string[] = [],
): SourceDocument {
  const texts = paragraphs.filter((text) => text.trim() !== "");
  const blocks = texts.map((text, index): Block => ({
    id: `source-${number}-paragraph-${index + 1}`,
    text,
    kind: "paragraph",
  }));
  return { name, blocks, places: { headers, footers, firstPage: firstPage(texts), fileName: name, body: texts } };
}

/** The same source as one block of its own kind: a mail is read as a whole. */
export function asOneBlock(document: SourceDocument, kind: Block["kind"], label?: string): SourceDocument {
  const text = document.blocks.map((block) => block.text).join("\n");
  const first = document.blocks[0];
  if (first === undefined) return document;
  return { ...document, blocks: [{ id: first.id, text, kind, ...(label === undefined ? {} : { label }) }] };
}

/** The lines of a plain text as paragraphs. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

function firstPage(texts: readonly string[]): string[] {
  let characters = 0;
  let count = 0;
  while (count < Math.min(texts.length, firstPageParagraphs) && characters < firstPageCharacters)
    characters += texts[count++]!.length;
  return texts.slice(0, count);
}

/** Where a block stands, for people: 「段落3」, or 「資料.docx 段落3」 when there are several sources. */
export function placeOfBlock(
  documents: readonly SourceDocument[],
  id: string,
): { place: string; text: string } | undefined {
  for (const { name, blocks } of documents) {
    const index = blocks.findIndex((block) => block.id === id);
    if (index === -1) continue;
    const number = index + 1;
    const named = documents.length > 1 && name !== "";
    return {
      place: named ? say("source.inFile", { file: name, number }) : say("source.paragraph", { number }),
      text: blocks[index]!.text,
    };
  }
  return undefined;
}
