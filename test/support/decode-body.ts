import { BodyReader } from "../../shared/src/gateway/transport/body-reader";
import type { ReplyDecoder } from "../../shared/src/gateway/transport/wire-contract";
import { GenaiError } from "@genai-office/shared/vocabulary";

/** How a body was decoded. */
export interface DecodedBody {
  text: string;
  finish?: string;
  error?: string;
  usage?: [input: number, output: number];
}

/** Decodes a 2xx body as an attempt does, but without a network. Pieces are network reads. */
export function decodeBody(decoder: ReplyDecoder, pieces: Uint8Array[]): DecodedBody {
  const body = new BodyReader(decoder);
  const decoded: DecodedBody = { text: "" };
  const take = (): void => {
    decoded.text += decoder.takeText();
    for (const event of decoder.takeOthers())
      if (event.type === "usage") decoded.usage = [event.inputTokens, event.outputTokens];
  };
  try {
    for (const piece of pieces) {
      if (decoder.complete) break;
      body.push(piece);
      if (!decoder.complete) take();
    }
    if (!decoder.complete) body.end();
    const outcome = decoder.conclude();
    if (outcome.type === "finished") decoded.finish = outcome.reason;
    else if (outcome.type === "failed") {
      decoded.error = outcome.error.code;
      if (outcome.reason !== undefined) decoded.finish = outcome.reason;
    }
  } catch (thrown) {
    if (!GenaiError.isInstance(thrown)) throw thrown;
    decoder.abandon?.();
    decoded.error = thrown.code;
    if (decoder.reason !== undefined) decoded.finish = decoder.reason;
  }
  take();
  return decoded;
}

/** Expects one and the same decoding of a body whole, cut in two at every byte, and byte for byte. */
export function everyCut(
  body: string | Uint8Array,
  decode: (pieces: Uint8Array[]) => DecodedBody,
  expected: DecodedBody,
): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  expect(decode([bytes])).toEqual(expected);
  for (let cut = 1; cut < bytes.length; cut++)
    expect([cut, decode([bytes.subarray(0, cut), bytes.subarray(cut)])]).toEqual([cut, expected]);
  expect(decode([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
}
