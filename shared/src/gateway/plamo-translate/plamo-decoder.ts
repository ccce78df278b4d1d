import { GenaiError } from "../../vocabulary";
import { isRecord } from "../openai/error-object";
import { OpenaiDecoder } from "../openai/openai-decoder";
import { refusalOfStatus } from "../transport/refusals";

/**
 * Decodes a reply of the completions endpoint, streamed or whole, and the document that the gateway's transformation
 * makes of it: `{"statusCode": 200, "outputs": "…"}`. Which one comes is decided by the gateway, not by the request.
 */
export class PlamoDecoder extends OpenaiDecoder {
  override takeDocument(document: unknown): void {
    super.takeDocument(isRecord(document) && "outputs" in document ? completionOf(document) : document);
  }
}

/** The transformed reply as the completion it was made of; a status that is not 200 makes its words an error's. */
function completionOf({ outputs, statusCode = 200 }: Record<string, unknown>): unknown {
  const status = Number(statusCode);
  if (status !== 200) {
    const refusal = refusalOfStatus(status >= 400 && status <= 599 ? status : 500);
    throw new GenaiError(refusal.code, "the gateway reported an error inside its answer", {
      retryable: refusal.retryable,
    });
  }
  if (typeof outputs !== "string") throw new GenaiError("malformed-response", "outputs is not a text");
  // The gateway passes on that there is text, not why it ended.
  return { choices: [{ index: 0, text: outputs, finish_reason: "stop" }] };
}
