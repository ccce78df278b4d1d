import { fromWireError, GenaiError, type FinishReason, type SideEvent, type WireError } from "../vocabulary";
import { parseJson } from "../gateway/transport/body-reader";
import type { Outcome, ReplyDecoder } from "../gateway/transport/wire-contract";
import { readSideEvent } from "./side-event";

const finishReasons: readonly string[] = ["stop", "length", "tool_calls", "content_filter", "other"];

/** Decodes the relay's stream: each event is one GenerateEvent as JSON; of errors only codes travel. */
export class RelayDecoder implements ReplyDecoder {
  started = false;
  private text = "";
  private others: SideEvent[] = [];
  private outcome: Outcome | undefined;

  get answered(): boolean {
    return this.outcome !== undefined;
  }

  get complete(): boolean {
    return this.outcome !== undefined;
  }

  get reason(): FinishReason | undefined {
    return undefined;
  }

  takeEvent(data: string): void {
    const event = parseJson(data);
    if (!isRecord(event)) throw new GenaiError("malformed-response", "an event is not an object");
    this.started = true;
    switch (event.type) {
      case "text-delta":
        if (typeof event.text !== "string") throw new GenaiError("malformed-response", "a text-delta has no text");
        this.text += event.text;
        return;
      case "finished":
        this.outcome = { type: "finished", reason: reasonOf(event.reason) ?? "other" };
        return;
      case "aborted":
        this.outcome = { type: "aborted" };
        return;
      case "failed": {
        const reason = reasonOf(event.reason);
        const error = fromWireError(isRecord(event.error) ? (event.error as Partial<WireError>) : {});
        this.outcome = { type: "failed", error, ...(reason === undefined ? {} : { reason }) };
        return;
      }
    }
    const sideEvent = readSideEvent(event);
    if (sideEvent !== undefined) this.others.push(sideEvent);
  }

  takeDocument(): void {
    throw new GenaiError("not-a-model-server", "the relay answered with a document instead of a stream");
  }

  takeText(): string {
    const { text } = this;
    this.text = "";
    return text;
  }

  takeOthers(): SideEvent[] {
    if (this.others.length === 0) return this.others;
    const { others } = this;
    this.others = [];
    return others;
  }

  conclude(): Outcome {
    return (
      this.outcome ?? {
        type: "failed",
        error: new GenaiError("incomplete-stream", "the relay's stream ended without a terminal event", {
          retryable: true,
        }),
      }
    );
  }
}

function reasonOf(value: unknown): FinishReason | undefined {
  return finishReasons.includes(value as string) ? (value as FinishReason) : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
