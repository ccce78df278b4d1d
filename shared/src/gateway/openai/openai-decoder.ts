import { GenaiError, type FinishReason, type SideEvent } from "../../vocabulary";
import { parseJson } from "../transport/body-reader";
import type { Outcome, ReplyDecoder } from "../transport/wire-contract";
import { ThinkingFilter, withoutThinking } from "../transport/thinking-filter";
import { Answer } from "./answer";
import { readCompletion } from "./completion-reader";
import { errorObjectOf, isRecord, looksLikeError, namesError } from "./error-object";
import { readFilterNotes } from "./filter-notes";
import { isResponsePayload, readResponsePayload } from "./response-reader";

const openingBrace = 123;

/**
 * Decodes a reply of the `openai` contract: chat completions, text completions and the Responses API are told apart by
 * the payloads themselves, because gateways put one behind the address of another.
 */
export class OpenaiDecoder implements ReplyDecoder {
  private readonly answer = new Answer();
  private readonly thinking: ThinkingFilter;
  /** Words that have passed the filter. */
  private ready = "";
  keepAlives = 0;
  private concluded = false;
  private released = false;

  /**
   * @param habits `thinksUnopened`: replies of this model begin in mid-thought; `learnUnopened` is called when one turns
   *   out to have done so, too late for this reply, which fails
   */
  constructor(private readonly habits: { thinksUnopened?: boolean; learnUnopened?: () => void } = {}) {
    this.thinking = new ThinkingFilter({ opened: habits.thinksUnopened === true });
  }

  get started(): boolean {
    return this.answer.started;
  }

  get answered(): boolean {
    return this.answer.answered;
  }

  get complete(): boolean {
    return this.answer.complete || this.thinking.leaked;
  }

  get reason(): FinishReason | undefined {
    return this.answer.reason;
  }

  takeEvent(data: string, name: string): void {
    if (/error|exception/i.test(name)) this.answer.fail(errorPayload(data));
    if (data.charCodeAt(0) === openingBrace) this.takePayload(parseJson(data));
    else if (data.trim() === "[DONE]") this.answer.ended = true;
    // A bare `data:` line is a keep-alive of some proxies.
    else if (data.trim() !== "") this.takePayload(parseJson(data));
  }

  takeDocument(document: unknown): void {
    const payload: unknown = Array.isArray(document) ? (document as unknown[])[0] : document;
    if (!this.takePayload(payload)) {
      if (errorObjectOf(payload) !== undefined) this.answer.fail(payload);
      throw new GenaiError("not-a-model-server", "the server answered with a document of no known shape");
    }
    this.ready = withoutThinking(this.answer.text);
    this.answer.text = "";
    this.answer.ended = true;
  }

  takeText(): string {
    this.sift();
    const { ready } = this;
    this.ready = "";
    return ready;
  }

  takeOthers(): SideEvent[] {
    // Usage comes before, with or after the last words, and with some servers in every chunk: the last one counts.
    if (!this.concluded || this.answer.usage === undefined) return [];
    return [this.answer.usage];
  }

  abandon(): void {
    this.released = true;
  }

  conclude(): Outcome {
    this.concluded = true;
    this.released = true;
    this.sift();
    if (!this.thinking.leaked) return this.answer.conclude();
    this.habits.learnUnopened?.();
    const error = new GenaiError("malformed-response", "the answer began with thoughts", { retryable: true });
    return { type: "failed", error };
  }

  /** Brings new words through the filter. */
  private sift(): void {
    const { text } = this.answer;
    this.answer.text = "";
    this.ready += this.thinking.push(text);
    if (this.released) this.ready += this.thinking.flush(this.answer.reason === "stop");
  }

  /** Ollama's own mark of the end, which some servers put behind chunks of a completion in the place of `[DONE]`. */
  private takeDone(reason: unknown): void {
    if (typeof reason === "string" && this.answer.reason === undefined) this.answer.finish(reason);
    this.answer.ended = true;
  }

  /** Returns false for a payload of no known shape, such as a ping. */
  private takePayload(payload: unknown): boolean {
    if (!isRecord(payload)) throw new GenaiError("malformed-response", "a payload is not an object");
    if (payload.object !== "response" && namesError(payload)) this.answer.fail(payload);
    if (Array.isArray(payload.choices)) readCompletion(this.answer, payload);
    else if (isResponsePayload(payload)) readResponsePayload(this.answer, payload);
    else if (payload.done === true) this.takeDone(payload.done_reason);
    else if (!readFilterNotes(this.answer, payload)) {
      if (looksLikeError(payload)) this.answer.fail(payload);
      this.keepAlives++;
      return false;
    }
    return true;
  }
}

/** An `event: error` may carry JSON or a sentence; a sentence says nothing that may be used. */
function errorPayload(data: string): unknown {
  try {
    return parseJson(data);
  } catch (thrown) {
    if (GenaiError.isInstance(thrown)) return undefined;
    throw thrown;
  }
}
