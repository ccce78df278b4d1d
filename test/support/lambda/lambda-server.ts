import { startModelServer, type ModelServer, type Reply } from "../model-server";
import { invokeComplete, line, payloadChunk } from "./event-frames";
import { checkSignature, type KnownKeys } from "./signature-v4";

export const testFunctionArn = "arn:aws:lambda:ap-northeast-1:123456789012:function:PredictStream";

/** Keys for tests that need no Cognito. */
export const testKeys: KnownKeys = {
  accessKeyId: "ASIATESTKEY000000001",
  secretAccessKey: "test-secret-that-must-not-be-logged",
  sessionToken: "test-session-token-that-must-not-be-logged",
};

export interface LambdaServer extends ModelServer {
  /** The payload of each invocation that was let in. */
  invocations: { payload: Record<string, unknown>; accessKeyId: string }[];
}

/**
 * A stand-in for AWS Lambda: InvokeWithResponseStream of one function, with the signature checked. The first invocation
 * gets the first reply and so on; the last reply answers all further ones.
 */
export async function startLambdaServer(
  replies: readonly Reply[],
  known: Iterable<KnownKeys> = [testKeys],
): Promise<LambdaServer> {
  const invocations: LambdaServer["invocations"] = [];
  const path = `/2021-11-15/functions/${encodeURIComponent(testFunctionArn)}/response-streaming-invocations`;
  const server = await startModelServer((response, request) => {
    const keys = checkSignature(request, "lambda", known);
    if (typeof keys === "string") return lambdaError(403, keys)(response, request);
    if (request.method !== "POST" || request.path !== path)
      return lambdaError(404, "ResourceNotFoundException")(response, request);
    invocations.push({ payload: request.json, accessKeyId: keys.accessKeyId });
    const reply = replies[Math.min(invocations.length, replies.length) - 1];
    return reply?.(response, request);
  });
  return Object.assign(server, { invocations });
}

/** A refusal in the shape of AWS: the name in a header, a message that must go nowhere in the body. */
export function lambdaError(status: number, name: string, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response
      .writeHead(status, {
        "Content-Type": "application/json",
        "x-amzn-ErrorType": name,
        "x-amzn-RequestId": "request-of-aws-1",
        ...headers,
      })
      .end(JSON.stringify({ Type: "User", message: "秘密の説明", Message: "秘密の説明" }));
  };
}

/** What a streamed body is made of: bytes, or milliseconds to wait. */
export type StreamPart = Uint8Array | number;

/**
 * Streams parts as they are. `end`: "close" ends the body, "reset" breaks the connection, "never" leaves it open.
 */
export function streamReply(parts: readonly StreamPart[], end: "close" | "reset" | "never" = "close"): Reply {
  return async (response) => {
    response.writeHead(200, {
      "Content-Type": "application/vnd.amazon.eventstream",
      "x-amzn-RequestId": "request-of-aws-1",
      "X-Amz-Executed-Version": "$LATEST",
    });
    response.flushHeaders();
    for (const part of parts) {
      if (response.destroyed) return;
      if (typeof part === "number") await new Promise((resolve) => setTimeout(resolve, part));
      else response.write(part);
    }
    if (end === "close") response.end();
    else if (end === "reset") response.destroy();
  };
}

/** Streams lines, each in a chunk of its own, and completes. */
export function linesReply(...lines: unknown[]): Reply {
  return streamReply([...lines.map((value) => payloadChunk(line(value))), invokeComplete()]);
}

/** A whole answer with its usage. */
export function answerReply(...texts: string[]): Reply {
  return linesReply(
    ...texts.map((text) => ({ text })),
    { text: "", stopReason: "end_turn" },
    {
      text: "",
      metadata: {
        usage: { model: "m", provider: "bedrock", inputTokens: 12, outputTokens: 5, totalTokens: 17 },
        estimatedCost: { totalCost: 0.001, currency: "USD", converted: {} },
      },
    },
  );
}
