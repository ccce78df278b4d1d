import { retryable } from "../retryable";
import type { ModelOffer, SummaryEngine, SummaryGate } from "./summary-engine";

/** What a pane stands on besides Office; each part comes when it is asked for the first time. */
export interface SummaryBackend {
  /** Asks the relay. Rejects with a GenaiError when it cannot be reached. */
  models(): Promise<ModelOffer>;
  gate(): Promise<SummaryGate>;
  /** The gate and the tasks; loaded with the first click on a task. */
  engine(): Promise<SummaryEngine>;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
}

/** The way to the relay that delivered the pane. */
export function createSummaryBackend(baseUrl: string): SummaryBackend {
  const relay = retryable(async () => {
    const { createRelayClient } = await import(/* webpackChunkName: "relay" */ "../../relay-client");
    return createRelayClient({ baseUrl });
  });
  const gate = retryable(async () => (await import(/* webpackChunkName: "gate" */ "./gate")).gate);
  const engine = retryable(async () => {
    const [{ summarize }, guard, runner] = await Promise.all([
      import(/* webpackChunkName: "tasks" */ "../../tasks"),
      gate(),
      relay(),
    ]);
    return { ...guard, summarize: (request, signal) => summarize(request, runner, { signal }) } satisfies SummaryEngine;
  });
  const relayIsHere = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(baseUrl).hostname);
  return { models: async () => (await relay()).fetchModels(), gate, engine, relayIsHere };
}
