import {
  asGenaiError,
  type GenerateEvent,
  type RunOptions,
  type Step,
  type StepRunner,
} from "@genai-office/shared/vocabulary";
import type { Caller } from "../../policy/caller";
import { gateStep } from "../../policy/gate-step";
import { beginStep, type StepRequest } from "../../run/begin-step";
import type { RelayServices } from "../../server/relay-services";
import type { SupervisedRun } from "../../streams/supervise-run";

/**
 * Runs steps as POST /api/steps does: each one is gated again, supervised and logged. A task of an AI app runs inside the
 * relay, which is no reason to trust it more than a client.
 */
export function gatedRunner(services: RelayServices, caller: Caller, requestId: string): StepRunner {
  async function* run(step: Step, { signal }: RunOptions = {}): AsyncGenerator<GenerateEvent, void, undefined> {
    let supervised: SupervisedRun;
    try {
      const gate: StepRequest["gate"] = (card, judged) => gateStep(step, card, undefined, signal, judged);
      supervised = (await beginStep(services, { requestId, route: "ai-apps", caller, step, gate })).run;
    } catch (thrown) {
      const error = asGenaiError(thrown);
      yield error.code === "aborted" ? { type: "aborted", partial: "" } : { type: "failed", error, partial: "" };
      return;
    }
    const leave = (): void => supervised.leave();
    if (signal?.aborted === true) leave();
    signal?.addEventListener("abort", leave, { once: true });
    try {
      yield* supervised.events;
    } finally {
      signal?.removeEventListener("abort", leave);
      leave();
    }
  }
  return { run };
}
