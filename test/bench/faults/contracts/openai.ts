import { createOpenaiRunner } from "@genai-office/shared/gateway";
import { bodyReply, chatChunk, doneFrame, finishChunk, frame, jsonReply } from "../../../support/model-server-replies";
import { stepOf, testCard } from "../../../support/test-step";
import type { ContractUnderTest } from "../contract-under-test";
import { noPolling } from "../reasons";

const reasons = { stop: "stop", length: "length", "content-filter": "content_filter" } as const;

export const openai: ContractUnderTest = {
  name: "openai",
  without: { ...noPolling },
  expected: {},
  run: (origin, transport, signal) =>
    createOpenaiRunner({
      baseUrl: `${origin}/v1`,
      card: testCard(),
      composeMessages: () => [{ role: "user", content: "要約してください。" }],
      ...transport,
    }).run(stepOf("summarize"), { signal }),
  answer: (words, ending) => [chatChunk(words), finishChunk(reasons[ending]), doneFrame],
  beginning: (words) => [chatChunk(words.slice(0, 8))],
  errorInside: (secret) => [frame({ error: { message: secret, type: "unknown", code: null } })],
  malformed: (secret) => [`data: {"choices":[{"delta":{"content":"${secret}"\n\n`],
  open: bodyReply,
  refusal: (status, secret, headers) => jsonReply({ error: { message: secret, type: "unknown" } }, status, headers),
};
