import { createPredictStreamRunner } from "@genai-office/shared/gateway/predict-stream";
import { invokeComplete, line, payloadChunk } from "../../../support/lambda/event-frames";
import { streamReply, testFunctionArn, testKeys } from "../../../support/lambda/lambda-server";
import { jsonReply, type Part } from "../../../support/model-server-replies";
import { stepOf, testCard } from "../../../support/test-step";
import type { ContractUnderTest } from "../contract-under-test";
import { noPolling } from "../reasons";

const reasons = { stop: "end_turn", length: "max_tokens", "content-filter": "guardrail_intervened" } as const;

/** Largest payload of a frame. */
const frameBytes = 64 * 1024;

/** Frames of Lambda around what the function writes. */
function framed(part: Part): Part[] {
  if (typeof part === "number") return [part];
  const bytes = Buffer.from(part as string);
  const frames: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += frameBytes) frames.push(payloadChunk(bytes.subarray(at, at + frameBytes)));
  return frames;
}

export const predictStream: ContractUnderTest = {
  name: "predict-stream",
  without: { ...noPolling },
  expected: {},
  run: (origin, transport, signal) =>
    createPredictStreamRunner({
      lambda: { region: "ap-northeast-1", functionArn: testFunctionArn, endpoint: origin },
      credentials: { get: async () => testKeys, forget: () => undefined },
      card: testCard(),
      composeMessages: () => [{ role: "user", content: "要約してください。" }],
      ...transport,
    }).run(stepOf("summarize"), { signal }),
  answer: (words, ending) => [
    ...(ending === "content-filter" ? [] : [line({ text: words })]),
    line({ text: "", stopReason: reasons[ending] }),
    line({ text: "", metadata: { usage: { inputTokens: 12, outputTokens: 5 } } }),
  ],
  beginning: (words) => [line({ text: words.slice(0, 8) })],
  errorInside: (secret) => [line({ text: secret, stopReason: "error" })],
  malformed: (secret) => [`{"text":"${secret}\n`],
  open: (parts, { end = "clean" } = {}) =>
    streamReply(
      [...parts.flatMap(framed), ...(end === "clean" ? [invokeComplete()] : [])] as (Uint8Array | number)[],
      end === "clean" ? "close" : end,
    ),
  refusal: (status, secret, headers) =>
    jsonReply({ Type: "User", message: secret, Message: secret }, status, {
      "x-amzn-ErrorType": "UnknownException",
      ...headers,
    }),
};
