import { createPredictRunner } from "@genai-office/shared/gateway/predict";
import { bodyReply, jsonReply } from "../../../support/model-server-replies";
import { stepOf, testCard } from "../../../support/test-step";
import type { ContractUnderTest } from "../contract-under-test";
import { noPolling, noWords } from "../reasons";

const guardrail = "禁止された入力を検出しました。会話を最初からやり直すか、管理者にお問い合わせください。";

export const predict: ContractUnderTest = {
  name: "predict",
  without: { ...noPolling, ...noWords },
  expected: {
    // The gateway's cap of 29 seconds.
    "status-504": { outcome: "failed", code: "timeout" },
    // Half of a JSON string.
    "clean-end-without-terminal": { outcome: "failed", code: "malformed-response" },
  },
  run: (origin, transport, signal) =>
    createPredictRunner({
      baseUrl: origin,
      credentials: async () => ({ Authorization: "Bearer token" }),
      card: testCard({ outputTokens: 1e9 }),
      composeMessages: () => [{ role: "user", content: "要約してください。" }],
      ...transport,
    }).run(stepOf("summarize"), { signal }),
  answer: (words, ending) => {
    if (ending === "content-filter") return [JSON.stringify(guardrail)];
    // The only sign of a cut that this wire has.
    return [JSON.stringify(ending === "length" ? `<output>${words}` : words)];
  },
  beginning: (words) => [JSON.stringify(words).slice(0, 9)],
  errorInside: (secret) => [JSON.stringify({ error: secret })],
  malformed: (secret) => [`{"error":"${secret}`],
  open: (parts, options) => bodyReply(parts, { ...options, headers: { "Content-Type": "application/json" } }),
  refusal: (status, secret, headers) => jsonReply({ message: secret }, status, headers),
};
