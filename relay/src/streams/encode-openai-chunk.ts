import type { FinishReason, GenerateEvent } from "@genai-office/shared/vocabulary";
import { openaiError } from "../routes/openai-error";

/** What stays the same in all chunks of one answer. */
export interface OpenaiAnswer {
  requestId: string;
  model: string;
  /** Seconds since 1970. */
  created: number;
  includeUsage: boolean;
}

/** Only "stop" and "length" mean something to a foreign client here; tools are never offered. */
export function openaiFinishReason(reason: FinishReason): string {
  return reason === "other" ? "stop" : reason;
}

/**
 * Makes the encoder of one streamed answer in the OpenAI shape: a first chunk with the role, content chunks, one with
 * the finish reason, one with the usage when asked for; `[DONE]` is the stream's closing mark. A failure is an `error`
 * object, after which the stream ends without `[DONE]`.
 */
export function openaiChunkEncoder(answer: OpenaiAnswer): (event: GenerateEvent) => string {
  let usage: object | undefined;
  let begun = false;

  function chunk(choices: object[], more: object = {}): string {
    return `data: ${JSON.stringify({
      id: `chatcmpl-${answer.requestId}`,
      object: "chat.completion.chunk",
      created: answer.created,
      model: answer.model,
      choices,
      ...(answer.includeUsage ? { usage: null } : {}),
      ...more,
    })}\n\n`;
  }

  function begin(): string {
    if (begun) return "";
    begun = true;
    return chunk([{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }]);
  }

  return (event) => {
    switch (event.type) {
      case "text-delta":
        return begin() + chunk([{ index: 0, delta: { content: event.text }, finish_reason: null }]);
      case "usage":
        usage = usageOf(event.inputTokens, event.outputTokens);
        return "";
      case "finished": {
        const end = chunk([{ index: 0, delta: {}, finish_reason: openaiFinishReason(event.reason) }]);
        // The usage chunk comes last, without choices; a server that counted nothing leaves nothing to tell.
        return begin() + end + (answer.includeUsage && usage !== undefined ? chunk([], { usage }) : "");
      }
      case "failed":
        return `data: ${JSON.stringify(openaiError(event.error, answer.requestId))}\n\n`;
      // A foreign client knows words, usage and an end.
      default:
        return "";
    }
  };
}

/** Token counts in the OpenAI spelling. */
export function usageOf(inputTokens: number, outputTokens: number): object {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}
