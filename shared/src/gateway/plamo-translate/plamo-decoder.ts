import { GenaiError } from "../../vocabulary";
import { failureIn, isFailureWord } from "../failure-signs";
import { isRecord } from "../openai/error-object";
import { OpenaiDecoder } from "../openai/openai-decoder";
import { refusalOfStatus } from "../transport/refusals";
import type { Outcome } from "../transport/wire-contract";
import { TurnEnd } from "./turn-end";

/**
 * Decodes a reply of the completions endpoint, streamed or whole, and the document that the gateway's transformation
 * makes of it: `{"statusCode": 200, "outputs": "…"}`. Which one comes is decided by the gateway, not by the request. The
 * answer ends at its first control token.
 */
export class PlamoDecoder extends OpenaiDecoder {
  private readonly turn = new TurnEnd();
  private over = false;

  override takeText(): string {
    const words = this.turn.push(super.takeText());
    return this.over ? words + this.turn.flush() : words;
  }

  override conclude(): Outcome {
    this.over = true;
    return super.conclude();
  }

  override abandon(): void {
    this.over = true;
    super.abandon();
  }

  override takeDocument(document: unknown): void {
    super.takeDocument(isRecord(document) && "outputs" in document ? completionOf(document) : document);
  }
}

/** The transformed reply as the completion it was made of; any sign of a failure makes its words an error's. */
function completionOf(reply: Record<string, unknown>): unknown {
  const { outputs, statusCode = 200, status } = reply;
  const code = Number(statusCode);
  const failed = typeof status === "string" ? isFailureWord(status) : typeof status === "number" && status !== 200;
  const told = failureIn(reply, ["message", "detail", "details"]) !== undefined;
  if (code !== 200) throw gatewayError(code >= 400 && code <= 599 ? code : 500);
  if (failed || told) throw gatewayError(undefined);
  if (typeof outputs !== "string") throw new GenaiError("malformed-response", "outputs is not a text");
  // The gateway passes on that there is text, not why it ended.
  return { choices: [{ index: 0, text: outputs, finish_reason: "stop" }] };
}

/** @param status undefined when nothing says what went wrong */
function gatewayError(status: number | undefined): GenaiError {
  const { code, retryable } =
    status === undefined ? ({ code: "upstream-error", retryable: false } as const) : refusalOfStatus(status);
  return new GenaiError(code, "the gateway reported an error inside its answer", { retryable });
}
