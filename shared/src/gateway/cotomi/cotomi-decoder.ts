import { GenaiError, type FinishReason, type ModelCard, type SideEvent, type UsageEvent } from "../../vocabulary";
import { failureIn, isFailureWord, isTold } from "../failure-signs";
import { parseJson } from "../transport/body-reader";
import { looksCut } from "../transport/looks-cut";
import { ThinkingFilter } from "../transport/thinking-filter";
import type { Outcome, ReplyDecoder } from "../transport/wire-contract";
import { AnswerPieces } from "./answer-pieces";
import { readState } from "./reply-status";

/** Where words may stand, best first. NEC's published samples read `answer`; the others are assumed. */
const textKeys = ["answer", "content", "text"] as const;

/** Fields that have no place beside an answer; the samples read `error`. */
const failureKeys = ["message", "messages", "detail", "details"];

/** Fields that may hold a state: a number of HTTP, a word. */
const stateKeys = ["status", "state", "statusCode", "code", "success"] as const;

/** Fields of an event without words that mean nothing here. */
const sideKeys = ["historyId", "messageId", "id", "model", "created", "usage", ...stateKeys] as const;

const reasonKeys = ["finishReason", "finish_reason", "stopReason"] as const;

/** Assumed spellings of a reason to stop; the published samples have none. */
const reasons: Readonly<Record<string, FinishReason>> = {
  stop: "stop",
  end_turn: "stop",
  completed: "stop",
  length: "length",
  max_tokens: "length",
  content_filter: "content_filter",
};

/**
 * Decodes a reply of NEC's chat: server-sent events with `{"answer": "…"}` or `{"error": …}`, then the event `done`; or,
 * for a request without `stream`, one document `{"answer": "…", "historyId": "…"}`. The reply is not described in NEC's
 * reference as far as it is public, but read so by its published samples (docs/contracts.md). What is of no known shape is
 * "malformed-response", a stream without its end is "incomplete-stream": nothing is guessed.
 */
export class CotomiDecoder implements ReplyDecoder {
  readonly heedsNames = true;
  started = false;
  complete = false;
  reason: FinishReason | undefined;
  private readonly thinking = new ThinkingFilter();
  private readonly pieces = new AnswerPieces();
  /** Words that have passed the filter. */
  private ready = "";
  private length = 0;
  private tail = "";
  private usage: UsageEvent | undefined;
  private concluded = false;
  private released = false;

  constructor(private readonly card: Pick<ModelCard, "outputTokens" | "tokensPerCharacter">) {}

  get answered(): boolean {
    return this.reason !== undefined;
  }

  takeEvent(data: string, name: string): void {
    if (isFailureWord(name)) throw upstreamError();
    const isEnd = /^(done|end|complete)$/i.test(name);
    const words = data.trim();
    if (words !== "" && words !== "[DONE]") this.takePayload(parseJson(words), isEnd ? "end" : "piece");
    if (isEnd || words === "[DONE]") this.complete = true;
  }

  takeDocument(document: unknown): void {
    this.takePayload(document, "document");
    if (!this.started) throw new GenaiError("malformed-response", "a document without an answer");
    this.complete = true;
  }

  takeText(): string {
    this.sift();
    const { ready } = this;
    this.ready = "";
    return ready;
  }

  takeOthers(): SideEvent[] {
    return this.concluded && this.usage !== undefined ? [this.usage] : [];
  }

  abandon(): void {
    this.released = true;
  }

  conclude(): Outcome {
    this.concluded = true;
    this.released = true;
    this.sift();
    if (this.thinking.leaked)
      return {
        type: "failed",
        error: new GenaiError("malformed-response", "the answer began with thoughts", { retryable: true }),
      };
    if (this.reason === undefined && this.complete && this.started)
      this.reason = looksCut(this.length, this.tail, this.card) ? "length" : "stop";
    const { reason } = this;
    if (reason === undefined)
      return {
        type: "failed",
        error: new GenaiError("incomplete-stream", "the stream ended before the answer did", { retryable: true }),
      };
    if (reason === "content_filter")
      return { type: "failed", error: new GenaiError("content-blocked", "a content filter cut the answer"), reason };
    return { type: "finished", reason };
  }

  /** Brings new words through the filter. */
  private sift(): void {
    if (this.released) this.pieces.settle();
    const text = this.pieces.take();
    this.length += text.length;
    this.tail = (this.tail + text).slice(-8);
    this.ready += this.thinking.push(text);
    if (this.released) this.ready += this.thinking.flush();
  }

  private takePayload(payload: unknown, place: "piece" | "end" | "document"): void {
    if (!isRecord(payload)) throw new GenaiError("malformed-response", "a payload is not an object");
    this.refuseFailure(payload, place !== "piece");
    const key = textKeys.find((one) => typeof payload[one] === "string");
    const known = [...textKeys, ...sideKeys, ...reasonKeys].some((one) => one in payload);
    if (!known && place !== "end") throw new GenaiError("malformed-response", "a payload of no known shape");
    if (key !== undefined) this.addText(payload[key] as string, place === "end");
    const reason = reasonKeys.map((one) => payload[one]).find((one) => typeof one === "string" && one !== "");
    if (typeof reason === "string") this.reason = reasons[reason.toLowerCase()] ?? "other";
    if (isRecord(payload.usage)) this.usage = usageOf(payload.usage) ?? this.usage;
  }

  /** The words of a payload that shows any sign of a failure are the server's and not the model's. */
  private refuseFailure(payload: Record<string, unknown>, whole: boolean): void {
    const states = stateKeys.map((key) => readState(payload[key]));
    const reason = reasonKeys.some((key) => typeof payload[key] === "string" && isFailureWord(payload[key]));
    const told = failureKeys.some((key) => isTold(payload[key]) && readState(payload[key]) !== "good");
    if (reason || told || failureIn(payload) !== undefined || states.includes("failed")) throw upstreamError();
    if (whole && states.includes("going"))
      throw new GenaiError("incomplete-stream", "the answer ended before it was whole", { retryable: true });
  }

  private addText(text: string, last: boolean): void {
    this.started = true;
    if (last) this.pieces.pushLast(text);
    else this.pieces.push(text);
  }
}

function upstreamError(): GenaiError {
  return new GenaiError("upstream-error", "the server reported an error inside its answer");
}

/** Token counts under the names in use elsewhere; NEC's are not public. */
function usageOf(usage: Record<string, unknown>): UsageEvent | undefined {
  const input = usage.inputTokens ?? usage.promptTokens ?? usage.prompt_tokens;
  const output = usage.outputTokens ?? usage.completionTokens ?? usage.completion_tokens;
  if (typeof input !== "number" || typeof output !== "number") return undefined;
  return { type: "usage", inputTokens: input, outputTokens: output };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
