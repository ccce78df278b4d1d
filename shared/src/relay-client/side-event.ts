import { genaiErrorCodes, type GenaiErrorCode, type ModelSwitchedEvent, type SideEvent } from "../vocabulary";

/**
 * Reads an event of the relay that is neither words nor an end. Undefined for one of no known shape: a newer relay may
 * tell more than this pane knows, and what matters always ends in a known terminal event.
 */
export function readSideEvent(event: Record<string, unknown>): SideEvent | undefined {
  switch (event.type) {
    case "usage":
      return { type: "usage", inputTokens: count(event.inputTokens), outputTokens: count(event.outputTokens) };
    case "progress":
      return { type: "progress", done: count(event.done), total: count(event.total) };
    case "model-switched": {
      const { from, to, reason } = event;
      if (!isText(from) || !isText(to) || !isSwitchReason(reason)) return undefined;
      return { type: "model-switched", from, to, reason };
    }
    case "accepted":
      return isText(event.ticket) ? { type: "accepted", ticket: event.ticket } : undefined;
    case "waiting": {
      const state = event.state === "running" ? "running" : "queued";
      return { type: "waiting", state, nextLookMs: count(event.nextLookMs) };
    }
    case "artifact":
      if (!isText(event.name) || !isText(event.content)) return undefined;
      return { type: "artifact", name: event.name, content: event.content, ...missing(event.missing) };
    default:
      return undefined;
  }
}

function isSwitchReason(value: unknown): value is ModelSwitchedEvent["reason"] {
  return value === "closed" || value === "too-small" || genaiErrorCodes.some((code) => code === value);
}

/** Why a file is missing; a code of a newer relay is "internal" here. */
function missing(value: unknown): { missing?: GenaiErrorCode } {
  if (typeof value !== "string") return {};
  return { missing: genaiErrorCodes.find((code) => code === value) ?? "internal" };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function count(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
