import { setTimeout as pause } from "node:timers/promises";
import { maskedRunner } from "@genai-office/shared/tasks";
import {
  asGenaiError,
  GenaiError,
  type ConfidentialityClass,
  type ModelCard,
  type Step,
} from "@genai-office/shared/vocabulary";
import type { RecordedStep } from "../audit/audit";
import { isOutOfOrder } from "../audit/audit-watch";
import type { StepFacts } from "../audit/step-entries";
import type { Admission, Arrival } from "../limits/limits";
import { logRefusal, logRun, type RunIdentity } from "../logging/run-log";
import { maskingByRelay } from "../masking/masked-by-relay";
import { acceptStep, todayInJapan } from "../policy/accept-step";
import type { Caller } from "../policy/caller";
import type { RelayServices } from "../server/relay-services";
import { termedStep } from "../settings/termed-step";
import { wordedStep } from "../settings/worded-step";
import { cleanStep } from "./clean-step";
import { superviseRun, type SupervisedRun } from "../streams/supervise-run";

/** A step as it came in, by one of the ways into the relay. */
export interface StepRequest {
  requestId: string;
  route: RunIdentity["route"];
  caller: Caller;
  step: Step;
  /** The request as it was counted before its body was read; one that is a part of something larger is counted here. */
  arrival?: Arrival;
  /**
   * Judges what would leave; each way in knows what of the step it can trust. Returns the class that was gone by, and tells
   * `judged` the class it found itself.
   */
  gate(card: ModelCard, judged: (found: ConfidentialityClass) => void): Promise<ConfidentialityClass>;
}

/** How long a person waits for the record of a refusal. It is written behind it, when the database takes longer. Milliseconds. */
const refusalPatienceMs = 1_000;

const nothingDone = { clientGone: false, totalMs: 0, outputCharacters: 0 };

export interface BegunStep {
  card: ModelCard;
  run: SupervisedRun;
}

/**
 * The one way a step takes through the relay, whoever sent it: may it be done, is it switched off or over a limit, does
 * the gate let it through, then it is put on record, run under supervision, and its end put on record. Nothing leaves before
 * this resolves and the events are read; a step that cannot be put on record does not leave at all.
 * @throws GenaiError why the step is refused; that is put on record too
 */
export async function beginStep(services: RelayServices, request: StepRequest): Promise<BegunStep> {
  const { logger, openStreams, killSwitch, limits, audit, auditState, refusals } = services;
  const { requestId, route, caller, step: asked } = request;
  const identity: RunIdentity = { requestId, route, step: asked };
  const settings = services.settings();
  const facts: StepFacts = { requestId, route, caller, step: asked, settingsVersion: settings.version };
  let admission: Admission | undefined;
  let recorded: RecordedStep | undefined;
  let recording = false;
  try {
    // Before anything else: also who asks for what is refused has to keep to the rate.
    const arrival = request.arrival ?? limits.arrive(caller);
    const card = acceptStep(asked, services.catalogueFor(caller.section), todayInJapan());
    facts.card = identity.card = card;
    if (isOutOfOrder(auditState()))
      throw new GenaiError("unavailable", "the audit cannot be written", { retryable: true });
    await killSwitch.ready();
    killSwitch.require(asked);
    const admitted = (admission = await limits.admit(caller, asked, card, arrival));
    const step = (facts.step = identity.step = wordedStep(termedStep(cleanStep(asked), settings), card, settings));
    facts.confidentiality = identity.confidentiality = await request.gate(card, (found) => (facts.found = found));
    const masking = maskingByRelay(step, card, settings.masking);
    facts.masked = masking !== undefined;
    const direct = services.runnerFor(card, caller);
    const runner = masking === undefined ? direct : maskedRunner(direct, masking);
    recording = true;
    recorded = await audit.begin(facts, card);
    const { end: recordEnd } = recorded;
    // Asked again, because judging and recording take time; from here to the open streams, which a switch ends, nothing waits.
    killSwitch.require(step);
    const run = superviseRun(runner, step, openStreams, (end) => {
      admitted.settle(end);
      recordEnd(end);
      logRun(logger, identity, end);
    });
    return { card, run };
  } catch (thrown) {
    admission?.cancel();
    const error = asGenaiError(thrown);
    // One that was refused after it was put on record has ended. Where recording failed, the audit takes care of itself.
    if (recorded !== undefined) recorded.end({ ...nothingDone, terminal: { type: "failed", error, partial: "" } });
    else if (!recording) {
      const isRecorded = refusals.refuse(facts, error);
      // What is known not to answer is not waited for.
      if (!isOutOfOrder(auditState()))
        await Promise.race([isRecorded, pause(refusalPatienceMs, undefined, { ref: false })]);
    }
    logRefusal(logger, identity, error);
    throw error;
  }
}
