import { createCotomiRunner } from "@genai-office/shared/gateway/cotomi";
import { cotomiDone, cotomiEvent } from "../../../support/cotomi/cotomi-server";
import { bodyReply, jsonReply } from "../../../support/model-server-replies";
import { stepOf, testCard } from "../../../support/test-step";
import type { ContractUnderTest } from "../contract-under-test";
import { noPolling } from "../reasons";

const reasons = { stop: {}, length: { finishReason: "length" }, "content-filter": { finishReason: "content_filter" } };

export const cotomi: ContractUnderTest = {
  name: "cotomi",
  without: { ...noPolling },
  expected: {},
  run: (origin, transport, signal) =>
    createCotomiRunner({
      baseUrl: origin,
      card: testCard({ outputTokens: 1e9 }),
      composeMessages: () => [{ role: "user", content: "要約してください。" }],
      ...transport,
    }).run(stepOf("summarize"), { signal }),
  answer: (words, ending) => [cotomiEvent({ answer: words, ...reasons[ending] }), cotomiDone],
  beginning: (words) => [cotomiEvent({ answer: words.slice(0, 8) })],
  errorInside: (secret) => [cotomiEvent({ error: secret })],
  malformed: (secret) => [`data: {"answer":"${secret}\n\n`],
  open: bodyReply,
  refusal: (status, secret, headers) => jsonReply({ error: { message: secret } }, status, headers),
};
