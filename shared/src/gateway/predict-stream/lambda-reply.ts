import type { InvokeWithResponseStreamCommandOutput } from "@aws-sdk/client-lambda";
import { GenaiError } from "../../vocabulary";
import type { AwsRefusal } from "../aws/aws-error";
import type { HttpReply } from "../transport/http-client";

/** The start of an HTTP answer, as the client of AWS sees it. */
export interface AnswerHead {
  statusCode: number;
  headers: Record<string, string>;
}

/** Told at the end of a stream whose function failed, just before the body ends. */
type FunctionFailed = (error: GenaiError) => void;

/** The media type of a stream of events (Lambda API reference, InvokeWithResponseStream). */
const eventStreamType = /^application\/vnd\.amazon\.eventstream\b/i;

/**
 * The reply of an invocation as the transport knows replies: the payload of its chunks is the body. `output` comes with
 * the first event only, which may be long after the head; waiting for it is part of reading the body.
 * @throws GenaiError "not-a-model-server" when something else than Lambda answered
 */
export function lambdaReply(
  head: AnswerHead,
  output: Promise<InvokeWithResponseStreamCommandOutput>,
  functionFailed: FunctionFailed,
): HttpReply {
  // A page of a proxy or a portal would break off in the framing, as if the connection had.
  if (!eventStreamType.test(head.headers["content-type"] ?? "")) {
    throw new GenaiError("not-a-model-server", "the answer is no stream of a function");
  }
  return {
    status: head.statusCode,
    header: (name) => head.headers[name],
    body: payloadBytes(output, functionFailed),
  };
}

/** A refusal in the shape of a reply: the name of the error is its body, the one thing the contract reads. */
export function refusedReply(refusal: AwsRefusal): HttpReply {
  const told = refusal.name === "" ? "" : JSON.stringify({ name: refusal.name });
  return {
    status: refusal.status,
    header: (name) => (name === "x-amzn-requestid" ? refusal.requestId : refusal.header(name)),
    body: new Response(told).body,
  };
}

type Events = AsyncIterator<
  NonNullable<InvokeWithResponseStreamCommandOutput["EventStream"]> extends AsyncIterable<infer Event> ? Event : never
>;

/** The payload of the chunks, one read for each; pulled, so that a slow reader slows the function down. */
function payloadBytes(
  output: Promise<InvokeWithResponseStreamCommandOutput>,
  functionFailed: FunctionFailed,
): ReadableStream<Uint8Array> {
  let events: Events | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        events ??= (await output).EventStream?.[Symbol.asyncIterator]();
        for (;;) {
          const next = await events?.next();
          if (next === undefined || next.done === true) return controller.close();
          const { InvokeComplete: end, PayloadChunk: chunk } = next.value;
          if (end?.ErrorCode !== undefined) functionFailed(functionError());
          if (chunk?.Payload !== undefined && chunk.Payload.length > 0) return controller.enqueue(chunk.Payload);
        }
      },
      async cancel() {
        await events?.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The function crashed, ran out of memory or out of its 15 minutes. Its details are a stack trace and are not read. */
function functionError(): GenaiError {
  return new GenaiError("server-error", "the function behind the stream failed", { retryable: true });
}
