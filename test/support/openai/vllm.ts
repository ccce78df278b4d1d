import type { ReceivedRequest, Reply } from "../model-server";
import { chatServer, chunk, completion, done, type Refused } from "./chat-server";

export interface VllmOptions {
  model: string;
  /** Tokens of the context; a request that asks for more output than fits is refused. */
  maxModelLen?: number;
  /** Thinking, in a field of its own (with a reasoning parser) or in the text (without). */
  reasoning?: { field: "reasoning_content" | "reasoning" | "text" | "text-unopened"; words: string };
  /** The engine dies after so many words. */
  diesAfter?: number;
  /** Errors in the shape of older versions (the error itself) or newer ones (inside `error`). */
  errors?: "bare" | "nested";
}

/** A stand-in for vLLM's OpenAI-compatible server. */
export function vllm(words: string[], options: VllmOptions): Reply {
  const { reasoning, diesAfter, errors = "bare" } = options;
  const thoughts = reasoning === undefined ? [] : reasoning.words.match(/[^]{1,5}/gu)!;
  const inText = reasoning?.field.startsWith("text") === true;
  const opened = inText ? [...(reasoning!.field === "text" ? ["<think>"] : []), ...thoughts, "\n</th", "ink>\n\n"] : [];
  const told = (message: string, code: number, type: string): unknown => {
    const error = { object: "error", message, type, param: null, code };
    return errors === "bare" ? error : { error: { message, type, param: null, code } };
  };
  return chatServer(
    {
      refuse: (request) => refuse(request, options, told),
      stream: (pieces, { json }) => {
        const usage = (json.stream_options as { include_usage?: boolean } | undefined)?.include_usage === true;
        const field = inText ? "content" : (reasoning?.field ?? "reasoning");
        const parts = [
          chunk({ delta: { role: "assistant", content: "" }, logprobs: null, finish_reason: null }),
          ...(inText ? opened : thoughts).map((text) =>
            chunk({ delta: { [field]: text }, logprobs: null, finish_reason: null }),
          ),
          ...pieces
            .slice(0, diesAfter)
            .map((content) => chunk({ delta: { content }, logprobs: null, finish_reason: null })),
        ];
        if (diesAfter !== undefined)
          return [
            ...parts,
            `data: ${JSON.stringify(told("EngineCore encountered an issue.", 500, "InternalServerError"))}\n\n`,
            done,
          ];
        return [
          ...parts,
          chunk({ delta: { content: "" }, logprobs: null, finish_reason: "stop", stop_reason: null }),
          ...(usage
            ? [chunk(undefined, { usage: { prompt_tokens: 12, total_tokens: 17, completion_tokens: 5 } })]
            : []),
          done,
        ];
      },
      whole: (pieces) => {
        const field = inText || reasoning === undefined ? {} : { [reasoning.field]: reasoning.words };
        return completion({ content: opened.join("") + pieces.join(""), tool_calls: [], ...field });
      },
    },
    words,
  );
}

function refuse(
  { json, path }: ReceivedRequest,
  { model, maxModelLen = 4096 }: VllmOptions,
  told: (message: string, code: number, type: string) => unknown,
): Refused | undefined {
  if (path !== "/v1/chat/completions") return [404, { detail: "Not Found" }];
  if (json.model !== model)
    return [404, told(`The model \`${String(json.model)}\` does not exist.`, 404, "NotFoundError")];
  if ((json.max_tokens as number) > maxModelLen) {
    const message = `This model's maximum context length is ${maxModelLen} tokens. However, you requested more tokens.`;
    return [400, told(message, 400, "BadRequestError")];
  }
  return undefined;
}
