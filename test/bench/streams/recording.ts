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
  headers: Record<string, string>;
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

/** Finds `.sse` and `.chunks.txt` files below a folder and reads them, with their `FILE.meta.json` where there is one. */
export function readRecordings(folder: string, contract: string): (Recording | UnreadableRecording)[] {
  return findFiles(folder).map((path) => readRecording(path, relative(folder, path) || path, contract));
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
    .filter((name) => /\.(sse|chunks\.txt)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function readRecording(path: string, file: string, defaultContract: string): Recording | UnreadableRecording {
  let meta: RecordingMeta;
  try {
    meta = readMeta(`${path}.meta.json`);
  } catch {
    return { file, contract: defaultContract, error: "unreadable-meta" };
  }
  const contract = meta.contract ?? defaultContract;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return { file, contract, error: "unreadable" };
  }
  if (/\.chunks\.txt$/i.test(path)) bytes = framed(Buffer.from(bytes).toString("utf8"));
  return {
    file,
    contract,
    status: meta.status ?? 200,
    headers: { "Content-Type": "text/event-stream; charset=utf-8", ...meta.headers },
    bytes,
    chunks: countPayloads(bytes),
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

/** One payload a line becomes one event a line: exactly these payloads, no `[DONE]` of ours, and a clean end. */
function framed(lines: string): Uint8Array {
  const payloads = lines.split(/\r?\n/).filter((line) => line.trim() !== "");
  return Buffer.from(payloads.map((payload) => `data: ${payload}\n\n`).join(""));
}

function countPayloads(bytes: Uint8Array): number {
  let payloads = 0;
  const parser = new EventStreamParser((data) => {
    if (data.trim() !== "[DONE]") payloads++;
  });
  parser.push(new TextDecoder().decode(bytes));
  parser.end();
  return payloads;
}
