import type { Places } from "@genai-office/shared/guards";
import type { AppFile } from "@genai-office/shared/vocabulary";
import { decodeBase64 } from "../ai-app-server/inputs/decode-base64";
import { readingsOf } from "../ai-app-server/inputs/decode-text";
import { linesOf, sourceDocument } from "../ai-app-server/inputs/source-document";
import { ZipProblem } from "../ai-app-server/inputs/zip-archive";
import { docxPlaces } from "./docx-places";
import { htmlText } from "./html-text";

/** Larger than any step can be; sizes are limited where bodies are read. */
const maximumFileBytes = 12 * 1024 * 1024;

const plainText = new Set(["txt", "csv", "tsv", "md", "markdown"]);
const webPage = new Set(["html", "htm"]);
const wordDocument = new Set(["docx", "docm", "dotx"]);

/** Characters of a file that are read: some ten times what a file of that size holds in practice. */
const maximumCharacters = 5_000_000;

/** First bytes of files that are no plain text whatever their names say: zip, RTF, compound files. */
const otherKinds = ["PK\u0003\u0004", "{\\rtf", "\u00d0\u00cf\u0011\u00e0"];

/** Readers of PDF look for its mark in so many bytes (ISO 32000-1, annex H.3, note 13). */
const pdfBytes = 1024;

/**
 * The text of a file in the places where a marking may stand; undefined for a file that cannot be read here as a whole.
 * Read are plain text, CSV, Markdown and HTML in the encodings of Japanese offices, and Word documents. A text that can be
 * read in several ways counts with all of them.
 */
export async function placesOfFile({ filename, content }: AppFile): Promise<Places | undefined> {
  const bytes = decodeBase64(content, maximumFileBytes);
  if (bytes === undefined || bytes === "too-large") return undefined;
  const extension = /\.([a-z0-9]+)$/.exec(filename.normalize("NFKC").trim().toLowerCase())?.[1] ?? "";
  if (wordDocument.has(extension)) return readDocument(bytes, filename);
  if (!plainText.has(extension) && !webPage.has(extension)) return undefined;
  let places: Places | undefined;
  for (const text of readTexts(bytes)) {
    if (text.length > maximumCharacters) return undefined;
    places = both(places, webPage.has(extension) ? await pagePlaces(text, filename) : textPlaces(text, filename));
  }
  return places;
}

function readTexts(bytes: Uint8Array): string[] {
  const start = String.fromCharCode(...bytes.subarray(0, pdfBytes));
  if (otherKinds.some((kind) => start.slice(0, 64).trimStart().startsWith(kind)) || /%PDF-[0-9]/.test(start)) return [];
  // What decodes by chance holds characters that no text has.
  const texts = readingsOf(bytes).filter((text) => !/(?![\t\n\v\f\r\u001a\u0085])\p{Cc}|[\ufffd\p{Cn}]/u.test(text));
  return texts.some(isUtf7) ? [] : texts;
}

/** UTF-7 is plain ASCII to every other reading; told by a run that decodes to nothing but Japanese (RFC 2152). */
function isUtf7(text: string): boolean {
  for (const [, run = ""] of text.matchAll(/\+([A-Za-z0-9+/]{5,1000})(?![A-Za-z0-9+/])/g)) {
    // Whole characters leave less than one sextet over. Words and numbers behind a plus do not mix cases.
    if ((run.length * 6) % 16 >= 6 || !/[a-z]/.test(run) || !/[A-Z]/.test(run)) continue;
    const bytes = Buffer.from(run, "base64");
    const decoded = bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString("utf16le");
    if (/^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff9f]{2,}$/.test(decoded)) return true;
  }
  return false;
}

function textPlaces(text: string, filename: string): Places {
  return sourceDocument(1, filename, linesOf(text)).places;
}

async function pagePlaces(text: string, filename: string): Promise<Places> {
  const { title, lines, meta, aside } = await htmlText(text);
  const { places } = sourceDocument(1, filename, lines, meta);
  return { ...places, subject: title, body: [...(places.body ?? []), ...aside] };
}

function both(first: Places | undefined, second: Places): Places {
  if (first === undefined) return second;
  return {
    fileName: first.fileName,
    headers: [...first.headers, ...second.headers],
    footers: [...first.footers, ...second.footers],
    firstPage: [...first.firstPage, ...second.firstPage],
    subject: [first.subject ?? "", second.subject ?? ""].join("\n").trim(),
    body: [...(first.body ?? []), ...(second.body ?? [])],
  };
}

async function readDocument(bytes: Uint8Array, filename: string): Promise<Places | undefined> {
  try {
    return await docxPlaces(bytes, filename, maximumCharacters);
  } catch (thrown) {
    if (thrown instanceof ZipProblem) return undefined;
    throw thrown;
  }
}
