import { createPlamoTranslateRunner } from "@genai-office/shared/gateway/plamo-translate";
import { formatNumberedBlock } from "@genai-office/shared/prompts";
import { bodyReply, doneFrame, frame, jsonReply } from "../../../support/model-server-replies";
import { stepOf, testCard } from "../../../support/test-step";
import type { ContractUnderTest } from "../contract-under-test";
import { noPolling } from "../reasons";

const reasons = { stop: "stop", length: "length", "content-filter": "content_filter" } as const;

function completion(text: string, finish: string | null): string {
  return frame({ id: "cmpl-1", object: "text_completion", choices: [{ index: 0, text, finish_reason: finish }] });
}

export const plamoTranslate: ContractUnderTest = {
  name: "plamo-translate",
  without: { ...noPolling },
  expected: {
    // A translation that is cut, however short its source is made, is no translation.
    "length-stop": { outcome: "failed", code: "output-truncated" },
  },
  run: (origin, transport, signal) =>
    createPlamoTranslateRunner({
      baseUrl: `${origin}/vllm/v1`,
      card: testCard({ outputTokens: 1e9 }),
      ...transport,
    }).run(stepOf("translate"), { signal }),
  given: (words) => formatNumberedBlock(1, words),
  answer: (words, ending) => [completion(words, null), completion("", reasons[ending]), doneFrame],
  beginning: (words) => [completion(words.slice(0, 8), null)],
  errorInside: (secret) => [frame({ object: "error", message: secret, type: "unknown", code: null })],
  malformed: (secret) => [`data: {"choices":[{"text":"${secret}"\n\n`],
  open: bodyReply,
  refusal: (status, secret, headers) =>
    jsonReply({ object: "error", message: secret, type: "unknown", code: status }, status, headers),
};
