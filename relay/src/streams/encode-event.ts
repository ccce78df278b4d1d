import { toWireError, type GenerateEvent } from "@genai-office/shared/vocabulary";

/**
 * One GenerateEvent as one Server-Sent Event: `data: {json}`. A failure travels as a WireError under the relay's own
 * request id (the upstream's id stays in the log), and `partial` is empty: the client already has the text.
 */
export function encodeEvent(event: GenerateEvent, requestId: string): string {
  return `data: ${JSON.stringify(wireEvent(event, requestId))}\n\n`;
}

function wireEvent(event: GenerateEvent, requestId: string): object {
  if (event.type === "failed") {
    return { ...event, error: { ...toWireError(event.error), requestId }, partial: "" };
  }
  return event.type === "aborted" ? { ...event, partial: "" } : event;
}
