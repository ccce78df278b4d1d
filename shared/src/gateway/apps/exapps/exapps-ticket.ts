import { sha256Hex } from "../../../language/sha256-hex";
import { GenaiError } from "../../../vocabulary";
import { fromBase64Url, toBase64Url } from "../base64";
import { isRecord } from "../is-record";

/**
 * What finds an accepted invocation again. It holds no secret: GENAI shows a history only to the person whose token asks;
 * where people share a token, it is sealed (sealed-ticket.ts).
 */
export interface ExappsTicket {
  /** Id of the AppCard. */
  app: string;
  sessionId: string;
  /** Key in the history, once it is known. */
  createdDate?: string;
  /** Newest key of the same conversation before the invocation. */
  after?: string;
  /** Milliseconds since 1970. */
  acceptedAt: number;
  /** Fingerprint of the sentence the invocation was accepted with. */
  acceptance: string;
}

/** Writes a ticket as opaque text. */
export function writeTicket(ticket: ExappsTicket): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify({ version: 1, ...ticket })));
}

/**
 * Reads a ticket of an app.
 * @throws GenaiError "bad-request" for no ticket of ours, "forbidden" for that of another app
 */
export function readTicket(text: string, app: string): ExappsTicket {
  const ticket = parsed(text);
  if (!isRecord(ticket) || ticket.version !== 1) throw new GenaiError("bad-request", "no ticket of this relay");
  const { app: ofApp, sessionId, createdDate, after, acceptedAt, acceptance } = ticket;
  // A key of the history is a time and can be guessed: what keeps people apart is the session, so that there must be one.
  if (!isSession(sessionId) || typeof acceptedAt !== "number" || typeof acceptance !== "string") {
    throw new GenaiError("bad-request", "no ticket of this relay");
  }
  if (ofApp !== app) throw new GenaiError("forbidden", "the ticket of another app");
  return {
    app,
    sessionId,
    acceptedAt,
    acceptance,
    ...(isKey(createdDate) ? { createdDate } : {}),
    ...(isKey(after) ? { after } : {}),
  };
}

/** GENAI's sessions are UUIDs. */
function isSession(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** A key of the history; it travels to the service, so that no other text may stand in its place. */
function isKey(value: unknown): value is string {
  return typeof value === "string" && /^[\w.:+-]{1,64}$/.test(value);
}

/** Fingerprint of an acceptance sentence; "" for none. */
export async function fingerprint(outputs: unknown): Promise<string> {
  return typeof outputs === "string" && outputs !== "" ? (await sha256Hex(outputs)).slice(0, 16) : "";
}

function parsed(text: string): unknown {
  const bytes = fromBase64Url(text);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // Neither UTF-8 nor JSON: no ticket of ours, which the caller says.
    return undefined;
  }
}
