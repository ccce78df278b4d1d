import type { Places } from "@genai-office/shared/guards";
import type { AppFile } from "@genai-office/shared/vocabulary";
import { decodeBase64 } from "../ai-app-server/inputs/decode-base64";
import { decodeText } from "../ai-app-server/inputs/decode-text";
import { linesOf, sourceDocument } from "../ai-app-server/inputs/source-document";
import { ZipProblem } from "../ai-app-server/inputs/zip-archive";
import { docxPlaces } from "./docx-places";
import { htmlText } from "./html-text";

/** Larger than any step can be; sizes are limited where bodies are read. */
const maximumFileBytes = 12 * 1024 * 1024;

const plainText = new Set(["txt", "csv", "tsv", "md", "markdown"]);
const webPage = new Set(["html", "htm"]);
const wordDocument = new Set(["docx", "docm", "dotx"]);

/** First bytes of files that are no plain text whatever their names say: PDF, zip, RTF, compound files. */
const otherKinds = ["%PDF", "PK\u0003\u0004", "{\\rtf", "\u00d0\u00cf\u0011\u00e0"];

/**
 * The text of a file in the places where a marking may stand; undefined for a file that cannot be read here as a whole.
 * Read are plain text, CSV, Markdown and HTML in the encodings of Japanese offices, and Word documents.
 */
export async function placesOfFile({ filename, content }: AppFile): Promise<Places | undefined> {
  const bytes = decodeBase64(content, maximumFileBytes);
  if (bytes === undefined || bytes === "too-large") return undefined;
  const extension = /\.([a-z0-9]+)$/.exec(filename.normalize("NFKC").trim().toLowerCase())?.[1] ?? "";
  if (wordDocument.has(extension)) return readDocument(bytes, filename);
  if (!plainText.has(extension) && !webPage.has(extension)) return undefined;
  const text = readText(bytes);
  if (text === undefined) return undefined;
  if (plainText.has(extension)) return sourceDocument(1, filename, linesOf(text)).places;
  const { title, lines } = htmlText(text);
  return { ...sourceDocument(1, filename, lines).places, subject: title };
}

function readText(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8)).trimStart();
  if (otherKinds.some((kind) => start.startsWith(kind))) return undefined;
  const text = decodeText(bytes);
  // What decodes by chance holds characters that no text has.
  return text === undefined || /(?![\t\n\v\f\r\u001a\u0085])\p{Cc}|[\ufffd\p{Cn}]/u.test(text) ? undefined : text;
}

async function readDocument(bytes: Uint8Array, filename: string): Promise<Places | undefined> {
  try {
    return await docxPlaces(bytes, filename);
  } catch (thrown) {
    if (thrown instanceof ZipProblem) return undefined;
    throw thrown;
  }
}
