import { GenaiError, type FinishReason, type UsageEvent } from "../../vocabulary";
import type { Outcome } from "../transport/wire-contract";
import { refusalOfErrorObject } from "./error-object";

/** Spellings of the reasons to stop, over all servers that call themselves compatible. */
const finishReasons: Readonly<Record<string, FinishReason>> = {
  stop: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  eos: "stop",
  eos_token: "stop",
  completed: "stop",
  length: "length",
  max_tokens: "length",
  max_output_tokens: "length",
  model_length: "length",
  tool_calls: "tool_calls",
  tool_use: "tool_calls",
  function_call: "tool_calls",
  content_filter: "content_filter",
  guardrail_intervened: "content_filter",
};

/** What is known of an answer so far; filled by the readers of the different wire shapes. */
export class Answer {
  /** Words that were not handed out yet. */
  text = "";
  /** Any words came at all. */
  hasText = false;
  /** The model has shown a sign of life. */
  started = false;
  reason: FinishReason | undefined;
  /** The server said that nothing follows. */
  ended = false;
  usage: UsageEvent | undefined;
  /** A filter reads along, so that a verdict may come at any time until the body is over. */
  private filtered = false;
  /** The server checks the words after it has sent them, and says what it found in chunks of their own. */
  private checkedLater = false;
  private refused = false;

  addText(text: string): void {
    this.started = true;
    if (text === "") return;
    this.text += text;
    this.hasText = true;
  }

  /** It is known how the answer ends; only extras may follow. Not while a filter may still have something to say. */
  get answered(): boolean {
    return this.reason !== undefined && (!this.checkedLater || this.ended);
  }

  /** Nothing that matters may follow. Where a filter reads along, only the end of the body is the end. */
  get complete(): boolean {
    return this.ended && (!this.filtered || this.reason === undefined || this.reason === "content_filter");
  }

  /**
   * Notes what a content filter found. With offsets (`asynchronous`) it is Azure's asynchronous one, whose verdict on the
   * last words may come long after the reason to stop.
   */
  noteFilter({ blocked, asynchronous }: { blocked: boolean; asynchronous: boolean }): void {
    this.filtered = true;
    if (asynchronous) this.checkedLater = true;
    if (blocked) this.reason = "content_filter";
  }

  /** The model declines to answer. Its words of refusal are not an answer and are dropped. */
  refuse(): void {
    this.started = true;
    this.refused = true;
  }

  /** Notes why the model stopped. A filter that speaks late (Azure's asynchronous filter) has the last word. */
  finish(wireReason: string): void {
    if (this.reason !== "content_filter") this.reason = finishReasons[wireReason] ?? "other";
  }

  setUsage(input: unknown, output: unknown): void {
    if (typeof input !== "number" && typeof output !== "number") return;
    this.usage = {
      type: "usage",
      inputTokens: typeof input === "number" ? input : 0,
      outputTokens: typeof output === "number" ? output : 0,
    };
  }

  /** Throws what an error inside a 200 means. */
  fail(payload: unknown): never {
    const refusal = refusalOfErrorObject(payload, undefined) ?? { code: "upstream-error", retryable: false };
    throw new GenaiError(refusal.code, "the server reported an error inside its answer", {
      retryable: refusal.retryable,
    });
  }

  /**
   * How the answer ended. `[DONE]` after words but without a reason is "other": the stream is whole, but nobody said
   * that the answer is, so that it must not enter a document. A stream that stops with neither is incomplete.
   */
  conclude(): Outcome {
    const reason = this.reason;
    const named = reason === undefined ? {} : { reason };
    if (this.refused) return { type: "failed", error: new GenaiError("refused", "the model refused"), ...named };
    if (reason === "content_filter")
      return { type: "failed", error: new GenaiError("content-blocked", "a content filter cut the answer"), reason };
    if (reason !== undefined) return { type: "finished", reason };
    if (this.ended && this.hasText) return { type: "finished", reason: "other" };
    return {
      type: "failed",
      error: new GenaiError("incomplete-stream", "the stream ended before the answer did", { retryable: true }),
    };
  }
}
