import { GenaiError, type FinishReason, type SideEvent } from "../../vocabulary";
import { parseJson } from "../transport/body-reader";
import type { Outcome, ReplyDecoder } from "../transport/wire-contract";
import { Answer } from "./answer";
import { readCompletion } from "./completion-reader";
import { errorObjectOf, isRecord } from "./error-object";
import { isResponsePayload, readResponsePayload } from "./response-reader";

const openingBrace = 123;

/**
 * Decodes a reply of the `openai` contract: chat completions, text completions and the Responses API are told apart by
 * the payloads themselves, because gateways put one behind the address of another.
 */
export class OpenaiDecoder implements ReplyDecoder {
  private readonly answer = new Answer();
  private concluded = false;

  get started(): boolean {
    return this.answer.started;
  }

  get answered(): boolean {
    return this.answer.reason !== undefined;
  }

  get complete(): boolean {
    return this.answer.complete;
  }

  get reason(): FinishReason | undefined {
    return this.answer.reason;
  }

  takeEvent(data: string, name: string): void {
    if (name === "error") this.answer.fail(errorPayload(data));
    if (data.charCodeAt(0) === openingBrace) this.takePayload(parseJson(data));
    else if (data.trim() === "[DONE]") this.answer.complete = true;
    // A bare `data:` line is a keep-alive of some proxies.
    else if (data !== "") this.takePayload(parseJson(data));
  }

  takeDocument(document: unknown): void {
    const payload: unknown = Array.isArray(document) ? (document as unknown[])[0] : document;
    if (!this.takePayload(payload)) {
      if (errorObjectOf(payload) !== undefined) this.answer.fail(payload);
      throw new GenaiError("not-a-model-server", "the server answered with a document of no known shape");
    }
    this.answer.complete = true;
  }

  takeText(): string {
    const { text } = this.answer;
    this.answer.text = "";
    return text;
  }

  takeOthers(): SideEvent[] {
    // Usage comes before, with or after the last words, and with some servers in every chunk: the last one counts.
    if (!this.concluded || this.answer.usage === undefined) return [];
    return [this.answer.usage];
  }

  conclude(): Outcome {
    this.concluded = true;
    return this.answer.conclude();
  }

  /** Returns false for a payload of no known shape, such as a ping. */
  private takePayload(payload: unknown): boolean {
    if (!isRecord(payload)) throw new GenaiError("malformed-response", "a payload is not an object");
    const { error } = payload;
    const hasError = isRecord(error) || (typeof error === "string" && error !== "");
    if ((hasError && payload.object !== "response") || payload.object === "error") this.answer.fail(payload);
    if (Array.isArray(payload.choices)) readCompletion(this.answer, payload);
    else if (isResponsePayload(payload)) readResponsePayload(this.answer, payload);
    else return false;
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
