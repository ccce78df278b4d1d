import { validateHeaderName, validateHeaderValue } from "node:http";

/** What `FILE.meta.json` may say about a recorded reply; everything is optional. */
export interface RecordingMeta {
  contract?: string;
  /** 200 to 599: what a reply with a body may have. */
  status?: number;
  headers: Record<string, string>;
}

/** The server frames the body anew, and the file holds it decoded: what the recorded reply said about that is void. */
const framing = new Set(["connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding"]);

/**
 * Reads the text of a sidecar.
 * @throws Error when it is not JSON, or names a status or header that no server could send
 */
export function parseRecordingMeta(text: string): RecordingMeta {
  const meta: unknown = JSON.parse(text);
  if (!isRecord(meta)) throw new Error("not an object");
  const { contract, status, headers = {} } = meta;
  if (contract !== undefined && typeof contract !== "string") throw new Error("contract is not a name");
  if (status !== undefined && !isStatus(status)) throw new Error("status is not one of a reply");
  if (!isRecord(headers)) throw new Error("headers is not an object");
  return {
    headers: Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => readHeader(name, value))),
    ...(contract === undefined ? {} : { contract }),
    ...(status === undefined ? {} : { status }),
  };
}

function readHeader(name: string, value: unknown): [string, string][] {
  if (typeof value !== "string" && typeof value !== "number") throw new Error("a header is not a text");
  validateHeaderName(name);
  validateHeaderValue(name, String(value));
  return framing.has(name.toLowerCase()) ? [] : [[name, String(value)]];
}

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 200 && (value as number) <= 599;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
