import { admit, judgePlaces } from "../../guards";
import { createRelayClient } from "../../relay-client";
import { summarize } from "../../tasks";
import type { SummaryEngine } from "./summary-engine";

/** The tasks and the gate over the relay that delivered the pane. A chunk of its own: the pane stands before it comes. */
export function createSummaryEngine(baseUrl: string): SummaryEngine {
  const relay = createRelayClient({ baseUrl });
  return {
    fetchModels: () => relay.fetchModels(),
    judge: judgePlaces,
    refusal(judgement, card, confirmed) {
      const admission = admit(judgement, card, confirmed);
      return admission.allowed ? undefined : admission.code;
    },
    summarize: (request, signal) => summarize(request, relay, { signal }),
  };
}
