import {
  asGenaiError,
  type GenerateEvent,
  type RunOptions,
  type Step,
  type StepRunner,
} from "@genai-office/shared/vocabulary";
import { logRefusal, logRun, type RunIdentity } from "../../logging/run-log";
import { acceptStep, todayInJapan } from "../../policy/accept-step";
import type { Caller } from "../../policy/caller";
import { gateStep } from "../../policy/gate-step";
import type { RelayServices } from "../../server/relay-services";
import { superviseRun, type SupervisedRun } from "../../streams/supervise-run";

/**
 * Runs steps as POST /api/steps does: each one is gated again, supervised and logged. A task of an AI app runs inside the
 * relay, which is no reason to trust it more than a client.
 */
export function gatedRunner(services: RelayServices, caller: Caller, requestId: string): StepRunner {
  const { config, logger, openStreams } = services;

  async function* run(step: Step, { signal }: RunOptions = {}): AsyncGenerator<GenerateEvent, void, undefined> {
    const identity: RunIdentity = { requestId, route: "ai-apps", step };
    let supervised: SupervisedRun;
    try {
      identity.card = acceptStep(step, config.catalogue, todayInJapan());
      identity.confidentiality = await gateStep(step, identity.card, undefined, signal);
      const runner = services.runnerFor(identity.card, caller);
      supervised = superviseRun(runner, step, openStreams, (end) => logRun(logger, identity, end));
    } catch (thrown) {
      const error = asGenaiError(thrown);
      logRefusal(logger, identity, error);
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
