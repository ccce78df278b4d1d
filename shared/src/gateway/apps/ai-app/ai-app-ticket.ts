import { GenaiError } from "../../../vocabulary";
import { fromBase64Url, toBase64Url } from "../base64";
import { isRecord } from "../is-record";
import { authenticate } from "./pseudonym";

/** What finds an accepted invocation of an app again. */
export interface AiAppTicket {
  statusPath: string;
  /** Milliseconds since 1970. */
  acceptedAt: number;
}

/** Whom a ticket is for: nobody else's is honoured. */
export interface TicketBinding {
  /** Id of the AppCard. */
  app: string;
  /** Who asked. */
  caller: string;
  secret: string;
}

/**
 * Writes a ticket. All callers share the app's key, so that the app itself cannot tell them apart: the ticket carries an
 * HMAC over app, status address, time and caller.
 */
export async function writeAiAppTicket(ticket: AiAppTicket, binding: TicketBinding): Promise<string> {
  const payload = toBase64Url(new TextEncoder().encode(JSON.stringify({ version: 1, ...ticket })));
  return `${payload}.${toBase64Url(await seal(payload, binding))}`;
}

/** @throws GenaiError "bad-request" for no ticket of ours, "forbidden" for a changed one, or another app's or caller's */
export async function readAiAppTicket(text: string, binding: TicketBinding): Promise<AiAppTicket> {
  const [payload = "", tag = "", rest] = text.split(".");
  const given = fromBase64Url(tag);
  if (rest !== undefined || payload === "" || given === undefined || given.length !== 32) {
    throw new GenaiError("bad-request", "no ticket of this relay");
  }
  const expected = await seal(payload, binding);
  let difference = 0;
  // Every byte is compared, so that the time taken tells nothing.
  for (const [index, byte] of expected.entries()) difference |= byte ^ given[index]!;
  if (difference !== 0) throw new GenaiError("forbidden", "the ticket is not this caller's");
  const ticket = JSON.parse(new TextDecoder().decode(fromBase64Url(payload))) as unknown;
  if (!isRecord(ticket) || typeof ticket.statusPath !== "string" || typeof ticket.acceptedAt !== "number") {
    throw new GenaiError("bad-request", "no ticket of this relay");
  }
  return { statusPath: ticket.statusPath, acceptedAt: ticket.acceptedAt };
}

function seal(payload: string, { app, caller, secret }: TicketBinding): Promise<Uint8Array> {
  return authenticate(secret, "genai-office-ticket", JSON.stringify([app, caller, payload]));
}
