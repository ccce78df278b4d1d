import { GenaiError, type GenerateEvent } from "@genai-office/shared/vocabulary";
import type { Context } from "hono";
import { Hono } from "hono";
import { callerOf } from "../policy/caller";
import { gateForeignRequest } from "../policy/gate-step";
import { beginStep } from "../run/begin-step";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { openaiChunkEncoder, openaiFinishReason, usageOf, type OpenaiAnswer } from "../streams/encode-openai-chunk";
import { eventStream, eventStreamHeaders } from "../streams/event-stream";
import type { SupervisedRun } from "../streams/supervise-run";
import { declaredClass, parseChatRequest } from "./chat-request-schema";
import { disconnectOf } from "./disconnect";
import { httpStatus } from "./http-status";
import { openaiError } from "./openai-error";
import { readJsonBody } from "./read-json-body";

/**
 * POST /v1/chat/completions for foreign OpenAI clients: task `chat`. The class is what the header
 * X-Genai-Confidentiality declares and what the text itself says, whichever is higher; undeclared counts as unknown.
 */
export function chatCompletionRoutes(services: RelayServices): Hono<RelayEnvironment> {
  const { config } = services;
  return new Hono<RelayEnvironment>().post("/", async (context) => {
    const requestId = context.get("requestId");
    const caller = callerOf(context);
    const arrival = services.limits.arrive(caller);
    const declared = declaredClass(context.req.header("x-genai-confidentiality"));
    const request = parseChatRequest(await readJsonBody(context.req.raw), declared);
    const { step } = request;
    const { card, run } = await beginStep(services, {
      requestId,
      route: "chat-completions",
      caller,
      arrival,
      step,
      gate: (model, judged) => gateForeignRequest(step, model, declared, context.req.raw.signal, judged),
    });
    const answer: OpenaiAnswer = {
      requestId,
      model: card.id,
      created: Math.floor(Date.now() / 1000),
      includeUsage: request.includeUsage,
    };
    if (!request.stream) return wholeAnswer(context, run, answer);
    const body = eventStream(run, {
      encode: openaiChunkEncoder(answer),
      timers: config,
      closing: closingMark,
      disconnect: disconnectOf(context),
    });
    return new Response(body, { headers: eventStreamHeaders });
  });
}

/** `[DONE]` closes a whole answer only: after an error the stream just ends. */
function closingMark(last: GenerateEvent | undefined): string {
  return last?.type === "finished" ? "data: [DONE]\n\n" : "";
}

async function wholeAnswer(
  context: Context<RelayEnvironment>,
  run: SupervisedRun,
  answer: OpenaiAnswer,
): Promise<Response> {
  const leave = (): void => run.leave();
  context.req.raw.signal.addEventListener("abort", leave, { once: true });
  let content = "";
  let usage: object | undefined;
  let last: GenerateEvent | undefined;
  for await (const event of run.events) {
    last = event;
    if (event.type === "text-delta") content += event.text;
    else if (event.type === "usage") usage = usageOf(event.inputTokens, event.outputTokens);
  }
  context.req.raw.signal.removeEventListener("abort", leave);
  context.header("Cache-Control", "no-store");
  if (last?.type !== "finished") {
    const error = last?.type === "failed" ? last.error : new GenaiError("aborted", "the client left");
    return context.json(openaiError(error, answer.requestId), httpStatus(error.code));
  }
  return context.json({
    id: `chatcmpl-${answer.requestId}`,
    object: "chat.completion",
    created: answer.created,
    model: answer.model,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content },
        finish_reason: openaiFinishReason(last.reason),
        logprobs: null,
      },
    ],
    ...(usage === undefined ? {} : { usage }),
  });
}
