import { GenaiError, type FinishReason, type ModelCard, type SideEvent } from "../../vocabulary";
import { looksCut } from "../transport/looks-cut";
import type { Outcome, ReplyDecoder } from "../transport/wire-contract";
import { isGuardrailText } from "./guardrail-text";
import { unwrapOutput } from "./output-wrapper";
import { predictRefusal } from "./predict-refusal";

/**
 * Decodes the reply of POST /predict: one JSON string, which is the answer, and nothing else (reference page on GENAI's
 * contracts, 3.3). The wire does not say how the model stopped; see looks-cut.ts.
 */
export class PredictDecoder implements ReplyDecoder {
  readonly format = "document";
  complete = false;
  reason: FinishReason | undefined;
  private text = "";
  private blocked = false;

  constructor(private readonly card: Pick<ModelCard, "outputTokens" | "tokensPerCharacter">) {}

  get started(): boolean {
    return this.complete;
  }

  get answered(): boolean {
    return this.complete;
  }

  takeEvent(): void {
    throw new GenaiError("malformed-response", "a stream in the place of a document");
  }

  takeDocument(document: unknown): void {
    if (typeof document !== "string") throw notAnAnswer(document);
    this.complete = true;
    this.blocked = isGuardrailText(document);
    if (this.blocked) {
      this.reason = "content_filter";
      return;
    }
    // A block without text, such as one of reasoning, leaves an empty line before the answer.
    const { answer, unclosed } = unwrapOutput(document.trimStart());
    this.text = answer;
    this.reason = unclosed || looksCut(answer.length, answer.slice(-8), this.card) ? "length" : "stop";
  }

  takeText(): string {
    const { text } = this;
    this.text = "";
    return text;
  }

  takeOthers(): SideEvent[] {
    return [];
  }

  conclude(): Outcome {
    const { reason } = this;
    if (reason === undefined)
      return {
        type: "failed",
        error: new GenaiError("incomplete-stream", "no answer in the reply", { retryable: true }),
      };
    if (this.blocked)
      return { type: "failed", error: new GenaiError("content-blocked", "the guardrail blocked the request"), reason };
    return { type: "finished", reason };
  }
}

/** What a 200 means that is no string: an error of the server or of something before it. Its words are not used. */
function notAnAnswer(document: unknown): GenaiError {
  const refusal = predictRefusal(undefined, document);
  if (refusal !== undefined)
    return new GenaiError(refusal.code, "the server reported an error inside its answer", {
      retryable: refusal.retryable,
    });
  return new GenaiError("malformed-response", "the reply is not a text");
}
