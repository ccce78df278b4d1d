import type { ChatMessage } from "../../vocabulary";
import { refusalWords } from "./refusal-words";
import { saysTooLong } from "./too-long";

/** A request of plain messages. */
export interface ChatRequest {
  /** Name the server knows the model by. */
  model: string;
  messages: ChatMessage[];
  maximumOutputTokens?: number;
  /** False asks for the whole answer at once. */
  streaming?: boolean;
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
  /** Some servers do not stream. */
  streaming: boolean;
  /** Replies begin in mid-thought, because the chat template has opened the thought (see thinking-filter.ts). */
  thinksUnopened: boolean;
}

export const commonDialect: Readonly<ChatDialect> = {
  outputLimit: "max_tokens",
  streamOptions: true,
  streaming: true,
  thinksUnopened: false,
};

/** True when the answer is to come in pieces. */
export function isStreamed(request: ChatRequest, dialect: ChatDialect): boolean {
  return request.streaming !== false && dialect.streaming;
}

/** The JSON body of a chat completion. */
export function chatBody(request: ChatRequest, dialect: ChatDialect): string {
  const stream = isStreamed(request, dialect);
  return JSON.stringify({
    model: request.model,
    messages: request.messages,
    stream,
    ...(stream && dialect.streamOptions ? { stream_options: { include_usage: true } } : {}),
    ...(request.maximumOutputTokens === undefined ? {} : { [dialect.outputLimit]: request.maximumOutputTokens }),
  });
}

/** A refusal of `stream: true`. */
const streamingRefused = /stream(ing)?\b.{0,40}\b(not|isn't|un)[ -]?(supported|available|allowed|enabled)/i;

/** A limit of the output that is known by its name and refused for its size. */
const limitTooLarge = /too (large|high|big)|at most|must be (less|<)/i;

/**
 * What to ask differently after a refusal; undefined when the refusal is about something else, such as a text that is too
 * long. Servers name the field in `param`, in a message or in a validation path; where they repeat the request, all its
 * fields are named.
 * @param body error body as text
 */
export function adaptedDialect(status: number, body: string, dialect: ChatDialect): ChatDialect | undefined {
  if (status !== 400 && status !== 422) return undefined;
  const words = refusalWords(body);
  if (saysTooLong(words, status)) return undefined;
  if (dialect.streamOptions && words.includes("stream_options")) return { ...dialect, streamOptions: false };
  if (dialect.streaming && streamingRefused.test(words)) return { ...dialect, streaming: false };
  if (dialect.outputLimit === "max_tokens" && /unsupported|max_completion_tokens/i.test(words)) {
    if (/\bmax_tokens\b/.test(words) && !limitTooLarge.test(words))
      return { ...dialect, outputLimit: "max_completion_tokens" };
  }
  return undefined;
}
