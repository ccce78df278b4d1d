import { GenaiError } from "../../vocabulary";
import { generate } from "../transport/generate";
import type { TransportOptions } from "../transport/transport-options";
import type { Outcome, ReplyDecoder } from "../transport/wire-contract";

/** Largest file that is fetched for an answer. */
const maximumFileBytes = 20 * 1024 * 1024;

/**
 * Fetches a file by its address, without any key: signed addresses lead to another server.
 * @throws GenaiError; "output-too-long" for a file of more than 20 MiB
 */
export async function fetchFile(url: string, options: TransportOptions, signal: AbortSignal): Promise<Uint8Array> {
  let decoder = new BytesDecoder();
  const contract = {
    request: () => Promise.resolve({ method: "GET" as const, url, headers: {} }),
    refusalOf: () => undefined,
    decoder: () => (decoder = new BytesDecoder()),
  };
  for await (const event of generate(() => contract, options, signal)) {
    if (event.type === "failed") throw event.error;
    if (event.type === "aborted") throw new GenaiError("aborted", "the request was aborted");
  }
  return decoder.bytes();
}

class BytesDecoder implements ReplyDecoder {
  readonly format = "bytes";
  readonly answered = false;
  readonly complete = false;
  readonly reason = undefined;
  private readonly pieces: Uint8Array[] = [];
  private size = 0;

  get started(): boolean {
    return this.size > 0;
  }

  takeBytes(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (this.size > maximumFileBytes) throw new GenaiError("output-too-long", "a file of the answer is too large");
    this.pieces.push(bytes);
  }

  bytes(): Uint8Array {
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const piece of this.pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  takeEvent(): void {
    throw new GenaiError("malformed-response", "an event in the place of a file");
  }

  takeDocument(): void {
    throw new GenaiError("malformed-response", "a document in the place of a file");
  }

  takeText(): string {
    return "";
  }

  takeOthers(): [] {
    return [];
  }

  conclude(): Outcome {
    return { type: "finished", reason: "stop" };
  }
}
