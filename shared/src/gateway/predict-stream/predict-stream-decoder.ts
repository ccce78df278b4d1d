import { GenaiError, type FinishReason, type SideEvent, type UsageEvent } from "../../vocabulary";
import { failureIn, isFailureWord } from "../failure-signs";
import { isGuardrailText, OutputWrapper } from "../predict";
import { parseJson } from "../transport/body-reader";
import type { Outcome, ReplyDecoder } from "../transport/wire-contract";
import { streamError } from "./stream-error";

/** Reasons to stop, as Bedrock names them (Converse API, `stopReason`); "error" is 源内's own and no reason. */
const finishReasons: Readonly<Record<string, FinishReason>> = {
  end_turn: "stop",
  stop_sequence: "stop",
  max_tokens: "length",
  model_context_window_exceeded: "length",
  tool_use: "tool_calls",
  guardrail_intervened: "content_filter",
  content_filtered: "content_filter",
};

/** Fields that no line of an answer has, besides those named after an error. */
const failureKeys = ["message", "detail", "details"];

/** The sentences of 源内's errors are shorter: an answer that is longer, and a line that is, is the model's. */
const longestSentence = 120;

/** One line of the stream (reference page on GENAI's contracts, 3.5); every field may be missing. */
interface StreamLine {
  text?: unknown;
  stopReason?: unknown;
  metadata?: { usage?: { inputTokens?: unknown; outputTokens?: unknown } };
}

/**
 * Decodes the JSON Lines of 源内's Lambda stream. The stream is read to its end, because usage follows the reason to
 * stop; an error written into it becomes a failure; guardrail texts and `<output>` tags are no part of the answer.
 * The error may follow in a line of its own after its sentence. So the words of the last line, and all of an answer that is
 * still short, are held back until more words come or the answer is over: a sentence that stands in several lines behind more
 * words than that is shown, but only as the partial text of a run that fails.
 */
export class PredictStreamDecoder implements ReplyDecoder {
  readonly format = "lines";
  /** Usage may follow the reason to stop, and the function may fail after both: only the end of the stream is the end. */
  readonly complete = false;
  started = false;
  reason: FinishReason | undefined;
  private readonly wrapper = new OutputWrapper();
  private text = "";
  /** Words that may turn out to be those of an error. */
  private held = "";
  /** Characters of all words so far. */
  private spoken = 0;
  /** Words from where the guardrail may have spoken; "" when it has not. */
  private suspect = "";
  private usage: UsageEvent | undefined;
  private failure: GenaiError | undefined;

  get answered(): boolean {
    return this.reason !== undefined;
  }

  takeEvent(data: string): void {
    const line = parseJson(data);
    if (typeof line !== "object" || line === null || Array.isArray(line)) throw malformed("a line is not an object");
    const { text, stopReason, metadata } = line as StreamLine;
    this.started = true;
    const words = text ?? "";
    if (typeof words !== "string") throw malformed("the text of a line is not a string");
    const failure = failureIn(line as Record<string, unknown>, failureKeys);
    const reason = typeof stopReason === "string" && stopReason !== "" ? stopReason.toLowerCase() : undefined;
    if (failure !== undefined || (reason !== undefined && isFailureWord(reason))) throw this.failed(words, failure);
    const finish = reason === undefined ? undefined : (finishReasons[reason] ?? "other");
    if (finish !== "content_filter") this.takeWords(words);
    if (finish !== undefined) this.finish(finish);
    this.takeUsage(metadata?.usage);
  }

  takeDocument(): void {
    throw malformed("a document in the place of a stream");
  }

  /** The function failed, as the end of its stream says; whatever it wrote is not an answer. */
  fail(error: GenaiError): void {
    this.failure = error;
  }

  takeText(): string {
    const { text } = this;
    this.text = "";
    return text;
  }

  takeOthers(): SideEvent[] {
    const { usage } = this;
    this.usage = undefined;
    return usage === undefined ? [] : [usage];
  }

  conclude(): Outcome {
    const { reason, failure } = this;
    const { held } = this;
    this.held = "";
    const named = reason === undefined ? {} : { reason };
    if (failure !== undefined) return { type: "failed", error: failure, ...named };
    if (reason === "content_filter")
      return { type: "failed", error: new GenaiError("content-blocked", "a guardrail cut the answer"), reason };
    // Words that may have been the server's or the guardrail's were the model's after all.
    this.text += this.wrapper.push(held + this.suspect) + this.wrapper.flush();
    this.suspect = "";
    if (reason !== undefined) return { type: "finished", reason };
    return {
      type: "failed",
      error: new GenaiError("incomplete-stream", "the stream ended before the answer did", { retryable: true }),
    };
  }

  /** The reply broke off: what came until then may be shown, save for what may have been the guardrail's. */
  abandon(): void {
    this.text += this.wrapper.push(this.held) + this.wrapper.flush();
    this.held = "";
  }

  /** An error in the stream. Without words in its own line, those before it are its sentence, as far as it may be one. */
  private failed(words: string, told: unknown): GenaiError {
    const sentence = words === "" ? this.held : words;
    if (words === "") this.held = "";
    return streamError(told === undefined ? sentence : `${sentence} ${JSON.stringify(told)}`);
  }

  /**
   * The guardrail's own words come as an answer, and only the line after them says whose they were. They are told by how
   * they begin, in a line of their own or at the start of the answer; the wrapper holds a start back long enough.
   */
  private takeWords(words: string): void {
    if (words === "") return;
    if (this.suspect !== "" || isGuardrailText(words)) {
      this.suspect += words;
      return;
    }
    if (this.spoken > longestSentence) {
      this.text += this.wrapper.push(this.held);
      this.held = "";
    }
    this.held += words;
    this.spoken += words.length;
    if (words.length <= longestSentence) return;
    this.text += this.wrapper.push(this.held);
    this.held = "";
  }

  /** A filter has the last word, also when it speaks late. */
  private finish(reason: FinishReason): void {
    if (this.reason !== "content_filter") this.reason = reason;
  }

  private takeUsage(usage: { inputTokens?: unknown; outputTokens?: unknown } | undefined): void {
    const input = usage?.inputTokens;
    const output = usage?.outputTokens;
    if (typeof input !== "number" && typeof output !== "number") return;
    this.usage = {
      type: "usage",
      inputTokens: typeof input === "number" ? input : 0,
      outputTokens: typeof output === "number" ? output : 0,
    };
  }
}

function malformed(what: string): GenaiError {
  return new GenaiError("malformed-response", what);
}

/** The decoder by itself, for streams that were recorded as plain JSON Lines. */
export function createPredictStreamDecoder(): ReplyDecoder {
  return new PredictStreamDecoder();
}
