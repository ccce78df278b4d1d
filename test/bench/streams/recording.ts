import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { EventStreamParser } from "@genai-office/shared/gateway";
import { MeasurementImpossible } from "../measurement";
import { parseRecordingMeta, type RecordingMeta } from "./recording-meta";

/** A recorded reply, ready to be served. */
export interface Recording {
  /** Path below the folder that was searched. */
  file: string;
  contract: string;
  status: number;
  headers: Record<string, string | string[]>;
  bytes: Uint8Array;
  /** Payloads in the body; `[DONE]` is none. */
  chunks: number;
}

/** A file that could not be made a recording; `error` says why. */
export interface UnreadableRecording {
  file: string;
  contract: string;
  error: "unreadable" | "unreadable-meta";
}

/** The contract of a recording whose sidecar names none, when nobody said another. */
const defaultContract = "openai";

/**
 * Finds recordings below a folder and reads them, with their `FILE.meta.json` where there is one: `.sse` and `.chunks.txt`
 * always; `.jsonl` and `.json`, which may be anything, when a contract is named by the sidecar or by the caller.
 * @param contract of all recordings whose sidecar names none
 */
export function readRecordings(folder: string, contract?: string): (Recording | UnreadableRecording)[] {
  return findFiles(folder).flatMap((path) => readRecording(path, relative(folder, path) || path, contract) ?? []);
}

function findFiles(folder: string): string[] {
  let names: string[];
  try {
    if (statSync(folder).isFile()) return [folder];
    names = readdirSync(folder, { recursive: true }) as string[];
  } catch (error) {
    throw new MeasurementImpossible(`cannot read ${folder} (${(error as NodeJS.ErrnoException).code})`);
  }
  return names
    .filter((name) => /\.(sse|chunks\.txt|jsonl|json)$/i.test(name) && !/\.meta\.json$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Undefined for a file that nobody called a recording. */
function readRecording(
  path: string,
  file: string,
  named: string | undefined,
): Recording | UnreadableRecording | undefined {
  const isStream = /\.(sse|chunks\.txt)$/i.test(path);
  let meta: RecordingMeta;
  try {
    meta = readMeta(`${path}.meta.json`);
  } catch {
    return { file, contract: named ?? defaultContract, error: "unreadable-meta" };
  }
  const contract = meta.contract ?? named ?? (isStream ? defaultContract : undefined);
  if (contract === undefined) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return { file, contract, error: "unreadable" };
  }
  if (/\.chunks\.txt$/i.test(path)) bytes = framed(Buffer.from(bytes).toString("utf8"), contract);
  return {
    file,
    contract,
    status: meta.status ?? 200,
    headers: { "Content-Type": contentType(path), ...meta.headers },
    bytes,
    chunks: countPayloads(bytes, isStream && !linesOf.has(contract), /\.json$/i.test(path)),
  };
}

function readMeta(path: string): RecordingMeta {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { headers: {} };
    throw error;
  }
  return parseRecordingMeta(text);
}

/** Contracts whose stream is one JSON value a line. */
const linesOf = new Set(["predict-stream"]);

function contentType(path: string): string {
  if (/\.jsonl$/i.test(path)) return "application/x-ndjson";
  return /\.json$/i.test(path) ? "application/json" : "text/event-stream; charset=utf-8";
}

/** One payload a line becomes one event, or one line: exactly these payloads, no `[DONE]` of ours, and a clean end. */
function framed(lines: string, contract: string): Uint8Array {
  const payloads = lines.split(/\r?\n/).filter((line) => line.trim() !== "");
  const frame = (payload: string): string => (linesOf.has(contract) ? `${payload}\n` : `data: ${payload}\n\n`);
  return Buffer.from(payloads.map(frame).join(""));
}

function countPayloads(bytes: Uint8Array, events: boolean, isDocument: boolean): number {
  const text = new TextDecoder().decode(bytes);
  if (isDocument) return text.trim() === "" ? 0 : 1;
  if (!events) return text.split("\n").filter((line) => line.trim() !== "").length;
  let payloads = 0;
  const parser = new EventStreamParser((data) => {
    if (data.trim() !== "[DONE]") payloads++;
  });
  parser.push(text);
  parser.end();
  return payloads;
}
