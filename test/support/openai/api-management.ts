import type { Reply } from "../model-server";
import { chatServer, chunk, completion, done } from "./chat-server";

export interface ApiManagementOptions {
  key: string;
  /** Paths of the template: Azure OpenAI and vLLM behind one gateway. */
  backends?: ("openai" | "vllm")[];
  /** What the gateway says before any backend is asked. */
  gateway?: "rate-limit" | "quota" | "backend-down";
}

/**
 * A stand-in for the API-management template (reference page on GENAI's contracts, section 6): `x-api-key`, the paths
 * of its backends, and the gateway's own errors `{statusCode, message}`.
 */
export function apiManagement(words: string[], options: ApiManagementOptions): Reply {
  const { key, backends = ["openai", "vllm"], gateway } = options;
  return chatServer(
    {
      refuse: ({ path, headers }) => {
        const known = backends.some((backend) => path === `/${backend}/v1/chat/completions`);
        if (!known) return [404, { statusCode: 404, message: "Resource not found" }];
        if (headers["x-api-key"] !== key)
          return [
            401,
            { statusCode: 401, message: "Access denied due to invalid subscription key." },
            { "WWW-Authenticate": 'AzureApiManagementKey realm="genai",name="x-api-key",type="header"' },
          ];
        if (gateway === "rate-limit")
          return [
            429,
            { statusCode: 429, message: "Rate limit is exceeded. Try again in 1 seconds." },
            { "Retry-After": "1" },
          ];
        if (gateway === "quota")
          return [
            403,
            { statusCode: 403, message: "Out of call volume quota. Quota will be replenished in 03:12:05." },
            { "Retry-After": "11525" },
          ];
        if (gateway === "backend-down")
          return [500, { statusCode: 500, message: "Internal server error", activityId: "a-1" }];
        return undefined;
      },
      headers: { "apim-request-id": "apim-7" },
      stream: (pieces) => [
        ...pieces.map((content) => chunk({ delta: { content }, finish_reason: null })),
        chunk({ delta: {}, finish_reason: "stop" }),
        chunk(undefined, { usage: { prompt_tokens: 12, completion_tokens: 5 } }),
        done,
      ],
      whole: (pieces) =>
        completion({ content: pieces.join("") }, { usage: { prompt_tokens: 12, completion_tokens: 5 } }),
    },
    words,
  );
}
