import { GenaiError } from "../../vocabulary";
import { generate } from "./generate";
import type { HttpRequest } from "./http-client";
import type { TransportOptions } from "./transport-options";
import type { Outcome, ReplyDecoder, WireContract } from "./wire-contract";

/**
 * Fetches one JSON document with the discipline of a run: the same timers, retries, abort and errors.
 * @throws GenaiError; code "aborted" when the signal ended it
 */
export async function fetchDocument(
  request: () => Promise<HttpRequest>,
  refusalOf: WireContract["refusalOf"],
  options: TransportOptions,
  signal?: AbortSignal,
  adaptTo?: WireContract["adaptTo"],
): Promise<unknown> {
  let document: unknown;
  const contract: WireContract = {
    request,
    refusalOf,
    ...(adaptTo === undefined ? {} : { adaptTo }),
    decoder: () => new DocumentDecoder((value) => (document = value)),
  };
  for await (const event of generate(() => contract, options, signal)) {
    if (event.type === "failed") throw event.error;
    if (event.type === "aborted") throw new GenaiError("aborted", "the request was aborted");
  }
  return document;
}

/** Accepts one JSON document and nothing else. */
export class DocumentDecoder implements ReplyDecoder {
  readonly started = false;
  readonly reason = undefined;
  complete = false;

  constructor(private readonly accept: (document: unknown) => void) {}

  get answered(): boolean {
    return this.complete;
  }

  takeEvent(): void {
    throw new GenaiError("malformed-response", "a stream in the place of a document");
  }

  takeDocument(document: unknown): void {
    this.accept(document);
    this.complete = true;
  }

  takeText(): string {
    return "";
  }

  takeOthers(): [] {
    return [];
  }

  conclude(): Outcome {
    if (this.complete) return { type: "finished", reason: "stop" };
    return {
      type: "failed",
      error: new GenaiError("incomplete-stream", "no document in the reply", { retryable: true }),
    };
  }
}
