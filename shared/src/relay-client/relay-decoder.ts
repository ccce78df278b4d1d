import {
  fromWireError,
  GenaiError,
  type FinishReason,
  type ProgressEvent,
  type UsageEvent,
  type WireError,
} from "../vocabulary";
import { parseJson } from "../gateway/transport/body-reader";
import type { Outcome, ReplyDecoder } from "../gateway/transport/wire-contract";

const finishReasons: readonly string[] = ["stop", "length", "tool_calls", "content_filter", "other"];

/** Decodes the relay's stream: each event is one GenerateEvent as JSON; of errors only codes travel. */
export class RelayDecoder implements ReplyDecoder {
  started = false;
  private text = "";
  private others: (UsageEvent | ProgressEvent)[] = [];
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
      case "usage":
        this.others.push({
          type: "usage",
          inputTokens: count(event.inputTokens),
          outputTokens: count(event.outputTokens),
        });
        return;
      case "progress":
        this.others.push({ type: "progress", done: count(event.done), total: count(event.total) });
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
      // A newer relay may tell more than this pane knows; what matters always ends in a known terminal event.
      default:
    }
  }

  takeDocument(): void {
    throw new GenaiError("not-a-model-server", "the relay answered with a document instead of a stream");
  }

  takeText(): string {
    const { text } = this;
    this.text = "";
    return text;
  }

  takeOthers(): (UsageEvent | ProgressEvent)[] {
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

function count(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
