import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/**
 * The body of a reply without its content coding (RFC 9110, 8.4). None is asked for, because words are to come at once; some
 * gateways compress whatever was asked for. What has arrived is given out at once. A coding that is not known is left as it is.
 */
export function decoded(reply: IncomingMessage): Readable {
  const codings = (reply.headers["content-encoding"] ?? "").toLowerCase().split(",");
  let body: Readable = reply;
  for (const coding of codings.reverse()) {
    const decoder = decoderOf(coding.trim());
    if (decoder === undefined) continue;
    const source = body;
    source.on("error", (error) => decoder.destroy(error));
    body = source.pipe(decoder);
  }
  return body;
}

/** With flushing, because an end that was cut off is seen by the framing, and must not hide what came before it. */
function decoderOf(coding: string): Transform | undefined {
  const flush = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
  if (coding === "gzip" || coding === "x-gzip") return createGunzip(flush);
  if (coding === "deflate") return createInflate(flush);
  if (coding !== "br") return undefined;
  const { BROTLI_OPERATION_FLUSH: operation } = constants;
  return createBrotliDecompress({ flush: operation, finishFlush: operation });
}
