import type { Reply } from "../model-server";
import { chatServer, chunk, completion, done } from "./chat-server";

/** A stand-in for the PLaMo API: bearer key, known models, at most 4,096 tokens of output. */
export function plamoApi(words: string[], { key }: { key: string }): Reply {
  return chatServer(
    {
      refuse: ({ headers, json, path }) => {
        if (path !== "/v1/chat/completions") return [404, { message: "Not Found" }];
        if (headers.authorization !== `Bearer ${key}`)
          return [401, { error: { message: "Unauthorized", type: "authentication_error", code: "invalid_api_key" } }];
        if (json.model !== "plamo-2.0-prime")
          return [
            404,
            { error: { message: "model not found", type: "invalid_request_error", code: "model_not_found" } },
          ];
        if ((json.max_tokens as number) > 4096)
          return [
            400,
            { error: { message: "max_tokens must be at most 4096", type: "invalid_request_error", code: null } },
          ];
        return undefined;
      },
      stream: (pieces) => [
        ...pieces.map((content) => chunk({ delta: { role: "assistant", content }, finish_reason: null })),
        chunk(
          { delta: { content: "" }, finish_reason: "stop" },
          { usage: { prompt_tokens: 12, completion_tokens: 5 } },
        ),
        done,
      ],
      whole: (pieces) => completion({ content: pieces.join("") }),
    },
    words,
  );
}
