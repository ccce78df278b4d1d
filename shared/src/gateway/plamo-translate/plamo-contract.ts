import { refusalWords } from "../openai/refusal-words";
import { credentialHeaders } from "../credentials";
import { refusalOfErrorObject } from "../openai/error-object";
import { endpointBelow } from "../transport/endpoint";
import type { WireContract } from "../transport/wire-contract";
import { operationToken, withoutControlTokens } from "./control-tokens";
import { PlamoDecoder } from "./plamo-decoder";
import type { PlamoTranslateOptions } from "./plamo-options";
import { answerTokens, plamoPrompt, type SegmentRequest } from "./prompt";

/** What a server turned out not to take; learned from its refusals, for as long as the runner lives. */
export interface PlamoDialect {
  streamOptions: boolean;
}

export function newDialect(): PlamoDialect {
  return { streamOptions: true };
}

/** The wire of one segment. */
export function plamoContract(
  options: PlamoTranslateOptions,
  request: SegmentRequest,
  dialect: PlamoDialect,
): WireContract {
  const body = options.mode === "transform" ? transformBody : completionBody;
  return {
    request: async () => ({
      method: "POST",
      url: completionsEndpoint(options.baseUrl),
      headers: {
        "Content-Type": "application/json",
        Accept: "text/event-stream, application/json",
        ...(options.requestId === undefined ? {} : { "X-Request-Id": options.requestId() }),
        ...(await credentialHeaders(options.credentials)),
      },
      body: JSON.stringify(body(options, request, dialect)),
    }),
    decoder: () => new PlamoDecoder(),
    refusalOf: (status, answer) => refusalOfErrorObject(answer, status),
    adaptTo: (status, answer) => {
      const refused =
        (status === 400 || status === 422) && dialect.streamOptions && refusalWords(answer).includes("stream_options");
      if (refused) dialect.streamOptions = false;
      return refused;
    },
  };
}

function completionBody({ card }: PlamoTranslateOptions, request: SegmentRequest, dialect: PlamoDialect): object {
  const stream = card.streaming !== false;
  return {
    model: card.upstreamModel ?? card.id,
    prompt: plamoPrompt(request),
    max_tokens: answerTokens(request.text, card),
    temperature: 0,
    stop: operationToken,
    stream,
    ...(stream && dialect.streamOptions ? { stream_options: { include_usage: true } } : {}),
  };
}

function transformBody(_: PlamoTranslateOptions, { text, from }: SegmentRequest): object {
  return { inputs: { input_text: withoutControlTokens(text), option: from === "ja" ? "Jp2En" : "En2Jp" } };
}

/**
 * The address of completions below a base URL: `…/v1`, the endpoint itself, the endpoint of chat beside it, the gateway's
 * `…/vllm` and a bare host are all as people paste them.
 */
export function completionsEndpoint(baseUrl: string): string {
  const [path = "", query = ""] = baseUrl.trim().split(/(?=[?#])/, 2);
  const base = path.replace(/\/+$/, "").replace(/\/chat\/completions$/, "/completions");
  const versioned = /^[a-z]+:\/\/[^/]+$/i.test(base) || base.endsWith("/vllm") ? `${base}/v1` : base;
  return endpointBelow(versioned + query, "/completions");
}
