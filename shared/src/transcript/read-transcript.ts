import { append } from "./append";
import Papa from "papaparse";
import { GenaiError } from "../vocabulary";
import { hasCues } from "./cues/cue-blocks";
import { readCueText } from "./cues/read-cue-text";
import { decodeText } from "../charsets";
import { nameSpeakers } from "./name-speakers";
import { readDocx, type DocumentText } from "./read-docx";
import type { Reading } from "./reading";
import { readJson } from "./records/read-json";
import { readXml } from "./records/read-xml";
import { isLikeName } from "./speaker-names";
import { withoutStages } from "./stage-pieces";
import { transcriptLimits } from "./transcript-limits";
import type { Transcript, TranscriptProblem, Utterance } from "./transcript";
import { readTyped } from "./typed/read-typed";
import { columnsOf } from "./typed/table-rows";

/** A file as it was uploaded. */
export interface TranscriptFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Utterances of a transcript of any kind: WebVTT and SubRip (Teams with names or account ids, metadataContent of Graph, Zoom,
 * YouTube, Whisper), entries as JSON or JSON Lines, Word files (Teams' download, verbatim minutes), text in the same forms,
 * CSV and tables, the Diet's XML. What the file is, its bytes tell; its name hardly counts. UTF-8, UTF-16, Shift_JIS, EUC-JP
 * and ISO-2022-JP. What could not be read stands in `problems`.
 * @throws GenaiError "document-empty", "input-too-large" (`transcriptLimits`), "document-protected" (encrypted),
 *   "document-unsupported" for what is no transcript
 */
export function readTranscript({ name, bytes }: TranscriptFile): Transcript {
  if (bytes.length > transcriptLimits.fileBytes) throw new GenaiError("input-too-large", "the file is too large");
  if (bytes.length === 0) throw new GenaiError("document-empty", "the file is empty");
  const problems: TranscriptProblem[] = [];
  let document: DocumentText | undefined;
  let reading: Reading;
  if (isPackage(bytes)) {
    document = readDocx(bytes);
    const text = document.lines.join("\n");
    reading = hasCues(text) ? readCueText(text, name) : readTyped(document.lines);
    reading.format = "docx";
  } else {
    const { text, damaged } = decodeText(bytes);
    if (isNoText(text)) throw new GenaiError("document-unsupported", "the file is no text");
    if (damaged) problems.push({ kind: "unreadable-bytes", at: undefined });
    if (text.trim() === "") throw new GenaiError("document-empty", "the file has no words");
    reading = readText(text, name);
  }
  if (reading.pieces.length > transcriptLimits.utterances)
    throw new GenaiError("input-too-large", "the file has too many pieces of speech");
  const notes = [...(reading.notes ?? [])];
  const pieces = withoutStages(reading.pieces, notes);
  const utterances = inOrder(nameSpeakers(pieces.filter((piece) => piece.text !== "")));
  append(problems, reading.problems);
  if (utterances.length === 0) problems.push({ kind: "no-utterances", at: undefined });
  else if (utterances.every(({ speaker }) => speaker === null)) problems.push({ kind: "no-speakers", at: undefined });
  return {
    format: reading.format,
    utterances,
    problems,
    surroundings: {
      preamble: reading.preamble ?? [],
      notes,
      headers: document?.headers ?? [],
      footers: document?.footers ?? [],
      labels: document?.labels ?? [],
    },
    ...(reading.moments === undefined ? {} : { moments: reading.moments }),
  };
}

function readText(text: string, name: string): Reading {
  const start = text.slice(0, 2000).trimStart();
  if (/^WEBVTT(?:\s|$)/i.test(start) || hasCues(text)) return readCueText(text.trimStart(), name);
  if (/\.(?:jsonl?|ndjson)$/i.test(name)) return readJson(text);
  if (start.startsWith("{") || (start.startsWith("[") && /^\[\s*(?:[{[]|$)/.test(start))) return readJson(text);
  if (start.startsWith("<") && /^(?:<\?xml|<data>|<!--|<records|<meetingRecord)/.test(start)) return readXml(text);
  if (/\.csv$/i.test(name) || isCsv(text)) return readTyped(csvLines(text));
  return readTyped(text.split(/\r\n|[\r\n]/));
}

/** Rows of a CSV as lines with tabs; line ends within a cell part the words. */
function csvLines(text: string): string[] {
  return Papa.parse<string[]>(text.trimStart(), { skipEmptyLines: true }).data.map((cells) =>
    cells.map((cell) => cell.replace(/\s+/g, " ").trim()).join("\t"),
  );
}

/** True for a text that begins with the head of a table in CSV, or is made of a time, a name and words parted by commas. */
function isCsv(text: string): boolean {
  const sample = text.slice(0, 4000);
  const rows = Papa.parse<string[]>(sample, { skipEmptyLines: true, delimiter: "," }).data;
  if (rows.length > 1 && columnsOf(rows[0]!) !== undefined) return true;
  const records = sample.length < text.length ? rows.slice(0, -1) : rows;
  return (
    records.length >= 2 &&
    records.every(([time = "", name = ""]) => /^\d{1,3}:\d{2}(?::\d{2})?$/.test(time) && isLikeName(name))
  );
}

/** Zip, or the container of encrypted Office files, which is refused by name. */
function isPackage(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
    throw new GenaiError("document-protected", "the file is encrypted or of an old format");
  return a === 0x50 && b === 0x4b && (c === 0x03 || c === 0x05);
}

/** Pictures, sound and programs: characters that no text has. */
function isNoText(text: string): boolean {
  if (text.startsWith("%PDF-") || text.startsWith("{\\rtf")) return true;
  const sample = text.slice(0, 20_000);
  // Bytes read as UTF-16 may be any character: a text has hardly one that is nobody's.
  const unassigned = sample.match(/[\p{Cn}\p{Co}]/gu)?.length ?? 0;
  if (unassigned * 25 > sample.length) return true;
  const strange = sample.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return strange * 20 > sample.length;
}

/** By start, as they stand where several begin together; what has no time keeps its place behind what was before it. */
function inOrder(utterances: readonly Utterance[]): Utterance[] {
  let latest = Number.NEGATIVE_INFINITY;
  const placed = utterances.map((utterance) => {
    latest = utterance.start ?? latest;
    return { utterance, at: latest };
  });
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ utterance }) => utterance);
}
