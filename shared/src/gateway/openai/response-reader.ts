import type { Answer } from "./answer";
import { isRecord } from "./error-object";

/** True for a payload of the Responses API: its events name themselves, its documents say what they are. */
export function isResponsePayload(payload: Record<string, unknown>): boolean {
  const { type } = payload;
  return (typeof type === "string" && (type.startsWith("response.") || type === "error")) || isResponse(payload);
}

/** Reads an event of the Responses API, or a whole response answered to a stream request. */
export function readResponsePayload(answer: Answer, payload: Record<string, unknown>): void {
  if (isResponse(payload)) return readWholeResponse(answer, payload);
  switch (payload.type) {
    case "response.output_text.delta":
      if (typeof payload.delta === "string") answer.addText(payload.delta);
      return;
    case "response.refusal.delta":
    case "response.refusal.done":
      return answer.refuse();
    case "response.completed":
    case "response.incomplete":
      if (isRecord(payload.response)) readWholeResponse(answer, payload.response);
      return;
    case "response.failed":
    case "error":
      return answer.fail(payload);
    case "response.created":
    case "response.queued":
    case "response.in_progress":
      return;
    default:
      // Reasoning, tool calls, parts that open and close: the model is at work.
      answer.started = true;
  }
}

function isResponse(payload: Record<string, unknown>): boolean {
  return payload.object === "response" && typeof payload.status === "string";
}

function readWholeResponse(answer: Answer, response: Record<string, unknown>): void {
  const { status, output, usage, incomplete_details: details } = response;
  if (isRecord(usage)) answer.setUsage(usage.input_tokens, usage.output_tokens);
  if (status === "failed" || status === "cancelled") answer.fail(response);
  const items = Array.isArray(output) ? (output as unknown[]).filter(isRecord) : [];
  if (!answer.hasText) for (const item of items) readItem(answer, item);
  if (status === "incomplete") {
    const reason = isRecord(details) && typeof details.reason === "string" ? details.reason : "other";
    answer.finish(reason);
  } else if (status === "completed") {
    answer.finish(items.some((item) => item.type === "function_call") ? "tool_calls" : "stop");
  }
  answer.ended = true;
}

function readItem(answer: Answer, item: Record<string, unknown>): void {
  if (item.type !== "message" || !Array.isArray(item.content)) return;
  for (const part of (item.content as unknown[]).filter(isRecord)) {
    if (part.type === "output_text" && typeof part.text === "string") answer.addText(part.text);
    else if (part.type === "refusal") answer.refuse();
  }
}
