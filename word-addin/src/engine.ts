import { admit, judgePlaces } from "@genai-office/shared/guards";
import { createRelayClient } from "@genai-office/shared/relay-client";
import { summarize } from "@genai-office/shared/tasks";
import type { Engine } from "./pane-services";

/** The tasks and the gate over the relay that delivered the pane. A chunk of its own: the pane stands before it comes. */
export function createEngine(baseUrl: string): Engine {
  const relay = createRelayClient({ baseUrl });
  return {
    fetchModels: () => relay.fetchModels(),
    judge: ({ markings, blocks }) => judgePlaces({ ...markings, body: blocks.map((block) => block.text) }),
    refusal(judgement, card, confirmed) {
      const admission = admit(judgement, card, confirmed);
      return admission.allowed ? undefined : admission.code;
    },
    summarize: (request, signal) => summarize(request, relay, { signal }),
  };
}
