import { createRelayClient } from "@genai-office/shared/relay-client";
import { bodyReply, frame, jsonReply } from "../../../support/model-server-replies";
import { stepOf } from "../../../support/test-step";
import type { ContractUnderTest } from "../contract-under-test";
import { noPolling } from "../reasons";

/** The way from a pane to the relay; no contract of GENAI's, but it makes the same promises. */
export const relay: ContractUnderTest = {
  name: "relay",
  without: { ...noPolling },
  expected: {
    // The relay tells the code of what failed behind it.
    "error-inside-200": { outcome: "failed", code: "server-error" },
    "error-mid-stream": { outcome: "failed", code: "server-error" },
  },
  run: (origin, transport, signal) =>
    createRelayClient({ baseUrl: origin, ...transport }).run(stepOf("summarize"), { signal }),
  answer: (words, ending) => [
    frame({ type: "text-delta", text: words }),
    ending === "content-filter"
      ? frame({ type: "failed", error: { code: "content-blocked", retryable: false }, reason: "content_filter" })
      : frame({ type: "finished", reason: ending }),
  ],
  beginning: (words) => [frame({ type: "text-delta", text: words.slice(0, 8) })],
  errorInside: (secret) => [
    frame({ type: "failed", error: { code: "server-error", retryable: false, message: secret }, partial: secret }),
  ],
  malformed: (secret) => [`data: {"type":"text-delta","text":"${secret}\n\n`],
  open: bodyReply,
  refusal: (status, secret, headers) => jsonReply({ message: secret }, status, headers),
};
