import type { ReceivedRequest, Reply } from "../model-server";
import { chatServer, chunk, completion, done, type Refused } from "./chat-server";

export interface AzureOpenaiOptions {
  key: string;
  deployment: string;
  apiVersion: string;
  /**
   * Where the content filter speaks: on the prompt, with a 400; as the reason to stop; or after it, as the asynchronous
   * filter does, in a verdict of its own or in annotations only.
   */
  filter?: "prompt" | "finish" | "late-reason" | "late-annotation";
  /** Milliseconds by which the asynchronous filter is behind the words. */
  filterDelayMs?: number;
}

const safe = { filtered: false, severity: "safe" };
const harmless = { hate: safe, self_harm: safe, sexual: safe, violence: safe };
const harmful = { ...harmless, violence: { filtered: true, severity: "high" } };

/**
 * A stand-in for a deployment of Azure OpenAI: key and version of the API, a first chunk without choices that tells the
 * filter's view of the prompt, words without or with annotations, and annotations that come after the reason to stop.
 */
export function azureOpenai(words: string[], options: AzureOpenaiOptions): Reply {
  const { filter, filterDelayMs = 0 } = options;
  const promptResults = { prompt_filter_results: [{ prompt_index: 0, content_filter_results: harmless }] };
  return chatServer(
    {
      refuse: (request) => refuse(request, options),
      headers: { "x-ms-region": "Japan East", "apim-request-id": "azure-3" },
      stream: (pieces) => [
        chunk(undefined, promptResults),
        chunk({
          delta: { role: "assistant", content: "", refusal: null },
          finish_reason: null,
          content_filter_results: {},
        }),
        ...pieces.map((content) =>
          chunk({ delta: { content }, finish_reason: null, content_filter_results: harmless }),
        ),
        chunk({
          delta: {},
          finish_reason: filter === "finish" ? "content_filter" : "stop",
          content_filter_results: {},
        }),
        ...(filter === undefined || filter === "finish" ? [] : [annotation(harmless), filterDelayMs]),
        ...(filter === "late-reason" ? [annotation(harmful, "content_filter")] : []),
        ...(filter === "late-annotation" ? [annotation(harmful)] : []),
        chunk(undefined, { usage: { prompt_tokens: 12, completion_tokens: 5 } }),
        done,
      ],
      whole: (pieces) => completion({ content: pieces.join("") }, promptResults),
    },
    words,
  );
}

function annotation(results: unknown, finishReason: string | null = null): string {
  return chunk(
    {
      finish_reason: finishReason,
      content_filter_results: results,
      content_filter_offsets: { check_offset: 44, start_offset: 44, end_offset: 198 },
    },
    { id: "", created: 0, model: "" },
  );
}

function refuse(request: ReceivedRequest, options: AzureOpenaiOptions): Refused | undefined {
  const path = `/openai/deployments/${options.deployment}/chat/completions?api-version=${options.apiVersion}`;
  if (request.headers["api-key"] !== options.key)
    return [
      401,
      { error: { code: "401", message: "Access denied due to invalid subscription key or wrong API endpoint." } },
    ];
  if (request.path !== path)
    return [
      404,
      { error: { code: "DeploymentNotFound", message: "The API deployment for this resource does not exist." } },
    ];
  if (options.filter !== "prompt") return undefined;
  const error = {
    message: "The response was filtered due to the prompt triggering content management policy.",
    type: null,
    param: "prompt",
    code: "content_filter",
    status: 400,
    innererror: { code: "ResponsibleAIPolicyViolation", content_filter_result: harmful },
  };
  return [400, { error }];
}
