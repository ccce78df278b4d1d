import { placesOfFile } from "../../apps/places-of-file";
import { AppRefusal } from "../app-refusal";
import { say } from "../texts/say";
import { decodeBase64 } from "./decode-base64";
import { decodeText } from "./decode-text";
import { readDocx } from "./read-docx";
import { linesOf, sourceDocument, type SourceDocument } from "./source-document";
import type { UploadedFile } from "./uploaded-file";
import { ZipProblem } from "./zip-archive";

/** Bytes of one file. The body of a request is limited anyway; this says it by the file's name. */
const maximumFileBytes = 6 * 1024 * 1024;

/** Characters of all sources, some 350 pages: what a task can go through in the time that people wait. */
const maximumCharacters = 500_000;

/**
 * The sources of a request in their order: what was pasted, then the files.
 * @throws AppRefusal "document-unsupported", "input-too-large" with the name of the file or the count; "source-empty" when there are
 *   no words at all
 */
export async function readSources(pasted: string, files: readonly UploadedFile[]): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = [];
  if (pasted.trim() !== "") documents.push(sourceDocument(1, "", linesOf(pasted)));
  for (const file of files) documents.push(await readFile(documents.length + 1, file));
  if (documents.every(({ blocks }) => blocks.length === 0))
    throw new AppRefusal("source-empty", say("refusal.nothing"));
  const characters = documents.flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + text.length, 0);
  if (characters > maximumCharacters)
    throw new AppRefusal("input-too-large", say("refusal.tooLong", { characters, maximum: maximumCharacters }));
  return documents;
}

async function readFile(number: number, file: UploadedFile): Promise<SourceDocument> {
  const { name } = file;
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension !== "docx" && extension !== "txt")
    throw new AppRefusal("document-unsupported", say("refusal.fileKind", { file: name, kinds: ".docx、.txt" }));
  const bytes = decodeBase64(file.base64, maximumFileBytes);
  if (bytes === "too-large") throw new AppRefusal("input-too-large", say("refusal.fileTooLarge", { file: name }));
  if (bytes === undefined) throw new AppRefusal("document-unsupported", say("refusal.fileBroken", { file: name }));
  if (extension === "txt") {
    const text = decodeText(bytes);
    if (text === undefined) throw new AppRefusal("document-unsupported", say("refusal.fileEncoding", { file: name }));
    return sourceDocument(number, name, linesOf(text));
  }
  try {
    const { paragraphs, hidden, headers, footers, labels } = await readDocx(bytes);
    const document = {
      ...sourceDocument(number, name, paragraphs.flatMap(linesOf), headers, footers),
      ...(hidden === undefined ? {} : { hidden }),
    };
    const places = await placesOfFile({ filename: name, content: file.base64 });
    return places === undefined
      ? { ...document, places: { ...document.places, labels }, partlyUnread: true }
      : { ...document, places };
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    throw refusalOf(error, name, bytes);
  }
}

function refusalOf({ reason }: ZipProblem, file: string, bytes: Uint8Array): AppRefusal {
  if (reason === "too-large") return new AppRefusal("input-too-large", say("refusal.fileTooLarge", { file }));
  // A document with a password is no zip but a compound file (MS-CFB) that holds one.
  const compound = [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
  const encrypted = reason === "encrypted" || compound;
  return new AppRefusal(
    "document-unsupported",
    say(encrypted ? "refusal.fileEncrypted" : "refusal.fileBroken", { file }),
  );
}
