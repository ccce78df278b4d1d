import { asGenaiError, type ConfidentialityClass, type ModelCard, type Step } from "@genai-office/shared/vocabulary";
import type { Admission } from "../limits/limits";
import { logRefusal, logRun, type RunIdentity } from "../logging/run-log";
import { acceptStep, todayInJapan } from "../policy/accept-step";
import type { Caller } from "../policy/caller";
import type { RelayServices } from "../server/relay-services";
import { wordedStep } from "../settings/worded-step";
import { superviseRun, type SupervisedRun } from "../streams/supervise-run";

/** A step as it came in, by one of the ways into the relay. */
export interface StepRequest {
  requestId: string;
  route: RunIdentity["route"];
  caller: Caller;
  step: Step;
  /** Judges what would leave; each way in knows what of the step it can trust. Returns the class that was gone by. */
  gate(card: ModelCard): Promise<ConfidentialityClass>;
}

export interface BegunStep {
  card: ModelCard;
  run: SupervisedRun;
}

/**
 * The one way a step takes through the relay, whoever sent it: may it be done, is it switched off or over a limit, does
 * the gate let it through, then it is run under supervision and its end is put on record. Nothing leaves before this
 * resolves and the events are read.
 * @throws GenaiError why the step is refused; that is put on record too
 */
export async function beginStep(services: RelayServices, request: StepRequest): Promise<BegunStep> {
  const { logger, openStreams, killSwitch, limits } = services;
  const { requestId, route, caller, step: asked } = request;
  const identity: RunIdentity = { requestId, route, step: asked };
  let admission: Admission | undefined;
  try {
    const card = acceptStep(asked, services.catalogueFor(caller.section), todayInJapan());
    identity.card = card;
    await killSwitch.ready();
    killSwitch.require(asked);
    const admitted = (admission = await limits.admit(caller, asked, card));
    const step = (identity.step = wordedStep(asked, card, services.settings()));
    identity.confidentiality = await request.gate(card);
    const runner = services.runnerFor(card, caller);
    // Asked again, because judging takes time; from here to the open streams, which a switch ends, nothing waits.
    killSwitch.require(step);
    const run = superviseRun(runner, step, openStreams, (end) => {
      admitted.settle(end);
      logRun(logger, identity, end);
    });
    return { card, run };
  } catch (thrown) {
    admission?.cancel();
    const error = asGenaiError(thrown);
    logRefusal(logger, identity, error);
    throw error;
  }
}
