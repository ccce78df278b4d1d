import { asGenaiError, type Step } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import { logRefusal, logRun, type RunIdentity } from "../logging/run-log";
import { acceptStep, todayInJapan } from "../policy/accept-step";
import { callerOf } from "../policy/caller";
import { gateStep } from "../policy/gate-step";
import { judgeFiles } from "../policy/judge-files";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { encodeEvent } from "../streams/encode-event";
import { eventStream, eventStreamHeaders } from "../streams/event-stream";
import { superviseRun } from "../streams/supervise-run";
import { disconnectOf } from "./disconnect";
import { maximumStepBytes, readSizedJson, requireTextSize } from "./read-json-body";
import { parseStep } from "./step-schema";

/**
 * POST /api/steps: a Step in, an event stream of GenerateEvents out.
 * Refused before anything leaves: `{ error: WireError }` with an HTTP status. After that the status is 200 and the
 * stream ends with exactly one terminal event.
 */
export function stepRoutes(services: RelayServices): Hono<RelayEnvironment> {
  const { config, logger, openStreams } = services;
  return new Hono<RelayEnvironment>().post("/", async (context) => {
    const requestId = context.get("requestId");
    const caller = callerOf(context);
    const { document, characters } = await readSizedJson(context.req.raw, maximumStepBytes);
    const step: Step = parseStep(document);
    if (step.task !== "research") requireTextSize(characters);
    const run: RunIdentity = { requestId, route: "steps", step };
    try {
      run.card = acceptStep(step, config.catalogue, todayInJapan());
      const { signal } = context.req.raw;
      run.confidentiality = await gateStep(step, run.card, await judgeFiles(step, signal), signal);
    } catch (thrown) {
      const error = asGenaiError(thrown);
      logRefusal(logger, run, error);
      throw error;
    }
    const runner = services.runnerFor(run.card, caller);
    const supervised = superviseRun(runner, step, openStreams, (end) => logRun(logger, run, end));
    const body = eventStream(supervised, {
      encode: (event) => encodeEvent(event, requestId),
      timers: config,
      disconnect: disconnectOf(context),
    });
    return new Response(body, { headers: eventStreamHeaders });
  });
}
