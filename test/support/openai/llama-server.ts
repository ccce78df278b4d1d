import type { Reply } from "../model-server";
import { chatServer, chunk, completion, done } from "./chat-server";

export interface LlamaServerOptions {
  /**
   * "llama.cpp": timings in the last chunk, usage only when asked for. "ollama": no usage, and the words of the reason in
   * the last chunk with an empty content. "no-done": a server that just ends its body.
   */
  kind?: "llama.cpp" | "ollama" | "no-done";
  trouble?: "loading" | "too-long" | "unknown-model" | "error-line" | "error-data" | "error-string";
}

/** A stand-in for the small servers that run Llama models: llama.cpp's own and Ollama's compatible address. */
export function llamaServer(words: string[], { kind = "llama.cpp", trouble }: LlamaServerOptions = {}): Reply {
  const timings = { prompt_n: 12, predicted_n: 5, predicted_per_second: 31.2 };
  const broken = { code: 500, message: "Failed to process the batch", type: "server_error" };
  return chatServer(
    {
      refuse: () => {
        if (trouble === "loading")
          return [503, { error: { code: 503, message: "Loading model", type: "unavailable_error" } }];
        if (trouble === "too-long")
          return [
            400,
            {
              error: {
                code: 400,
                message: "the request exceeds the available context size, try increasing it",
                type: "exceed_context_size_error",
                n_prompt_tokens: 9000,
                n_ctx: 4096,
              },
            },
          ];
        if (trouble === "unknown-model") return [404, { error: "model 'elyza' not found" }];
        return undefined;
      },
      stream: (pieces) => {
        const parts = pieces.map((content) => chunk({ delta: { content }, finish_reason: null }));
        if (trouble === "error-line") return [...parts, `error: ${JSON.stringify(broken)}\n\n`];
        if (trouble === "error-data") return [...parts, `data: ${JSON.stringify({ error: broken })}\n\n`];
        if (trouble === "error-string")
          return [...parts, `data: ${JSON.stringify({ error: "llama runner process has terminated" })}\n\n`];
        const last = { delta: kind === "ollama" ? { role: "assistant", content: "" } : {}, finish_reason: "stop" };
        return [...parts, chunk(last, kind === "llama.cpp" ? { timings } : {}), ...(kind === "no-done" ? [] : [done])];
      },
      whole: (pieces) => completion({ content: pieces.join("") }, { timings }),
    },
    words,
  );
}
