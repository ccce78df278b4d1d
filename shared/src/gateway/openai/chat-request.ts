import type { ChatMessage } from "../../vocabulary";

/** A request of plain messages. */
export interface ChatRequest {
  /** Name the server knows the model by. */
  model: string;
  messages: ChatMessage[];
  maximumOutputTokens?: number;
}

/**
 * What a server turned out to want. Learned from its refusals; owned by a runner, per model, for as long as the runner
 * lives.
 */
export interface ChatDialect {
  /** Newer OpenAI models refuse `max_tokens`. */
  outputLimit: "max_tokens" | "max_completion_tokens";
  /** Older servers refuse `stream_options`; without it they send no usage. */
  streamOptions: boolean;
}

export const commonDialect: Readonly<ChatDialect> = { outputLimit: "max_tokens", streamOptions: true };

/** The JSON body of a streaming chat completion. */
export function chatBody(request: ChatRequest, dialect: ChatDialect): string {
  return JSON.stringify({
    model: request.model,
    messages: request.messages,
    stream: true,
    ...(dialect.streamOptions ? { stream_options: { include_usage: true } } : {}),
    ...(request.maximumOutputTokens === undefined ? {} : { [dialect.outputLimit]: request.maximumOutputTokens }),
  });
}

/**
 * What to ask differently after a refusal; undefined when the refusal is about something else. Servers name the field
 * in `param`, in a message or in a validation path: its name anywhere in the body is the one thing they share.
 * @param body error body as text
 */
export function adaptedDialect(status: number, body: string, dialect: ChatDialect): ChatDialect | undefined {
  if (status !== 400 && status !== 422) return undefined;
  if (dialect.streamOptions && body.includes("stream_options")) return { ...dialect, streamOptions: false };
  if (dialect.outputLimit === "max_tokens" && /unsupported|max_completion_tokens/i.test(body)) {
    if (/\bmax_tokens\b/.test(body)) return { ...dialect, outputLimit: "max_completion_tokens" };
  }
  return undefined;
}
