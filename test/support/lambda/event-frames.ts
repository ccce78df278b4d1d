import { EventStreamCodec } from "@smithy/eventstream-codec";

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString("utf8"),
  (text) => Buffer.from(text, "utf8"),
);

function frame(type: string, contentType: string, body: Uint8Array): Uint8Array {
  return codec.encode({
    headers: {
      ":message-type": { type: "string", value: "event" },
      ":event-type": { type: "string", value: type },
      ":content-type": { type: "string", value: contentType },
    },
    body,
  });
}

/** A PayloadChunk of an application/vnd.amazon.eventstream body: bytes that the function wrote. */
export function payloadChunk(bytes: Uint8Array | string): Uint8Array {
  return frame("PayloadChunk", "application/octet-stream", typeof bytes === "string" ? Buffer.from(bytes) : bytes);
}

/** The last event: the function has ended, or failed with an error code such as "Unhandled". */
export function invokeComplete(error?: { ErrorCode: string; ErrorDetails: string }): Uint8Array {
  return frame("InvokeComplete", "application/json", Buffer.from(JSON.stringify(error ?? {})));
}

/** A line of 源内's stream. */
export function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
