import type { Step } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import { callerOf } from "../policy/caller";
import { gateStep } from "../policy/gate-step";
import { judgeFiles } from "../policy/judge-files";
import { beginStep } from "../run/begin-step";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { encodeEvent } from "../streams/encode-event";
import { eventStream, eventStreamHeaders } from "../streams/event-stream";
import { disconnectOf } from "./disconnect";
import { maximumStepBytes, readSizedJson, requireTextSize } from "./read-json-body";
import { parseStep } from "./step-schema";

/**
 * POST /api/steps: a Step in, an event stream of GenerateEvents out.
 * Refused before anything leaves: `{ error: WireError }` with an HTTP status. After that the status is 200 and the
 * stream ends with exactly one terminal event.
 */
export function stepRoutes(services: RelayServices): Hono<RelayEnvironment> {
  const { config } = services;
  return new Hono<RelayEnvironment>().post("/", async (context) => {
    const requestId = context.get("requestId");
    const caller = callerOf(context);
    // A body is read and parsed only for those who may ask at all: what comes too fast costs next to nothing.
    const arrival = services.limits.arrive(caller);
    const { document, characters } = await readSizedJson(context.req.raw, maximumStepBytes);
    const step: Step = parseStep(document);
    if (step.task !== "research") requireTextSize(characters);
    const { signal } = context.req.raw;
    const { run } = await beginStep(services, {
      requestId,
      route: "steps",
      caller,
      arrival,
      step,
      gate: async (card, judged) => gateStep(step, card, await judgeFiles(step, signal), signal, judged),
    });
    const body = eventStream(run, {
      encode: (event) => encodeEvent(event, requestId),
      timers: config,
      disconnect: disconnectOf(context),
    });
    return new Response(body, { headers: eventStreamHeaders });
  });
}
