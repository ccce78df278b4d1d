import { GenaiError } from "../../vocabulary";
import { DocumentDecoder } from "../transport/fetch-document";
import { generate } from "../transport/generate";
import { sendRequest, type HttpRequest } from "../transport/http-client";
import type { TransportOptions } from "../transport/transport-options";
import type { WireContract } from "../transport/wire-contract";

/** A 2xx reply: which one it was tells an answer (200) from an acceptance (202). */
export interface AppReply {
  status: number;
  document: unknown;
}

/**
 * How long the headers of an invocation may take when nobody says otherwise: an app that answers at once answers when it
 * is done, and GENAI lets it take up to 300 seconds (which is also where undici gives up).
 */
const invocationConnectMs = 300_000;

/** Asks for one JSON document, with the timers, repetitions and errors of a run. Throws GenaiError. */
export function lookUp(
  request: () => Promise<HttpRequest>,
  options: TransportOptions,
  signal: AbortSignal,
): Promise<AppReply> {
  return call({ request }, options, signal);
}

/**
 * Starts an invocation. It may begin even when its reply is lost, and nothing takes it back: only a refusal that says "not
 * now" (429, 503) is repeated. Throws GenaiError.
 */
export function invoke(
  request: () => Promise<HttpRequest>,
  options: TransportOptions,
  signal: AbortSignal,
): Promise<AppReply> {
  const mayRepeat = ({ status }: GenaiError): boolean => status === 429 || status === 503;
  const timers = { connectMs: invocationConnectMs, ...options.timers };
  return call({ request, mayRepeat }, { ...options, timers }, signal);
}

async function call(
  part: Pick<WireContract, "request" | "mayRepeat">,
  options: TransportOptions,
  signal: AbortSignal,
): Promise<AppReply> {
  let status = 0;
  let document: unknown;
  const contract: WireContract = {
    ...part,
    send: async (request, connection) => {
      const reply = await (options.send ?? sendRequest)(request, connection);
      status = reply.status;
      return reply;
    },
    // Of a refusal only the status counts: its words stand where the answer would stand (`outputs`).
    refusalOf: () => undefined,
    decoder: () => new DocumentDecoder((value) => (document = value)),
  };
  for await (const event of generate(() => contract, options, signal)) {
    if (event.type === "failed") throw event.error;
    if (event.type === "aborted") throw new GenaiError("aborted", "the request was aborted");
  }
  return { status, document };
}
