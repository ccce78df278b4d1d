import { validateHeaderName, validateHeaderValue } from "node:http";

/** What `FILE.meta.json` may say about a recorded reply; everything is optional. */
export interface RecordingMeta {
  contract?: string;
  /** 200 to 599, save those of replies that have no body. */
  status?: number;
  /** A header that came several times is a list. */
  headers: Record<string, string | string[]>;
}

/** The server frames the body anew, and the file holds it decoded: what the recorded reply said about that is void. */
const framing = new Set(["connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding"]);

/** Statuses whose replies have no body: none could be served with one (RFC 9110, 15.3.5, 15.3.6, 15.4.5). */
const withoutBody = new Set([204, 205, 304]);

/**
 * Reads the text of a sidecar.
 * @throws Error when it is not JSON, or names a status or header that no server could send
 */
export function parseRecordingMeta(text: string): RecordingMeta {
  const meta: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
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

function readHeader(name: string, value: unknown): [string, string | string[]][] {
  const values = (Array.isArray(value) ? value : [value]).map(headerText);
  validateHeaderName(name);
  for (const text of values) validateHeaderValue(name, text);
  if (framing.has(name.toLowerCase()) || values.length === 0) return [];
  return [[name, Array.isArray(value) ? values : values[0]!]];
}

function headerText(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") throw new Error("a header is not a text");
  return String(value);
}

function isStatus(value: unknown): value is number {
  return (
    Number.isInteger(value) && (value as number) >= 200 && (value as number) <= 599 && !withoutBody.has(value as number)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
