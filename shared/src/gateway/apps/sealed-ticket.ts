import { GenaiError } from "../../vocabulary";
import { authenticate } from "./ai-app/pseudonym";
import { fromBase64Url, toBase64Url } from "./base64";

/** Whom a ticket is for: nobody else's is honoured. */
export interface TicketBinding {
  /** Id of the AppCard. */
  app: string;
  /** Who asked. */
  caller: string;
  secret: string;
}

/**
 * Seals a ticket where several people share one key or token, so that the service cannot tell them apart: an HMAC over
 * app, caller and payload stands behind it.
 * @param payload base64url
 */
export async function sealTicket(payload: string, binding: TicketBinding): Promise<string> {
  return `${payload}.${toBase64Url(await seal(payload, binding))}`;
}

/**
 * The payload of a sealed ticket.
 * @throws GenaiError "bad-request" for no ticket of ours, "forbidden" for a changed one, or another app's or caller's
 */
export async function openTicket(text: string, binding: TicketBinding): Promise<string> {
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
  return payload;
}

let made: string | undefined;

/** The secret where none is configured: made by the process, told to nobody, gone with it. */
export function processSecret(): Promise<string> {
  made ??= toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  return Promise.resolve(made);
}

function seal(payload: string, { app, caller, secret }: TicketBinding): Promise<Uint8Array> {
  return authenticate(secret, "genai-office-ticket", JSON.stringify([app, caller, payload]));
}
