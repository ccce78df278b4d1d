import { GenaiError } from "../../../vocabulary";
import { fromBase64Url, toBase64Url } from "../base64";
import { isRecord } from "../is-record";
import { openTicket, sealTicket, type TicketBinding } from "../sealed-ticket";

/** What finds an accepted invocation of an app again. */
export interface AiAppTicket {
  statusPath: string;
  /** Milliseconds since 1970. */
  acceptedAt: number;
}

/** Writes a ticket: all callers share the app's key, so that it is sealed for the one who asked. */
export function writeAiAppTicket(ticket: AiAppTicket, binding: TicketBinding): Promise<string> {
  const payload = toBase64Url(new TextEncoder().encode(JSON.stringify({ version: 1, ...ticket })));
  return sealTicket(payload, binding);
}

/** @throws GenaiError "bad-request" for no ticket of ours, "forbidden" for a changed one, or another app's or caller's */
export async function readAiAppTicket(text: string, binding: TicketBinding): Promise<AiAppTicket> {
  const payload = await openTicket(text, binding);
  const ticket = JSON.parse(new TextDecoder().decode(fromBase64Url(payload))) as unknown;
  if (!isRecord(ticket) || typeof ticket.statusPath !== "string" || typeof ticket.acceptedAt !== "number") {
    throw new GenaiError("bad-request", "no ticket of this relay");
  }
  return { statusPath: ticket.statusPath, acceptedAt: ticket.acceptedAt };
}
