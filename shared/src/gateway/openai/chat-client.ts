import type { GenerateEvent, RunOptions } from "../../vocabulary";
import { credentialHeaders, type CredentialPort } from "../credentials";
import { generate } from "../transport/generate";
import type { HttpRequest } from "../transport/http-client";
import type { TransportOptions } from "../transport/transport-options";
import type { WireContract } from "../transport/wire-contract";
import { chatEndpoint } from "./chat-endpoint";
import {
  adaptedDialect,
  chatBody,
  commonDialect,
  isStreamed,
  type ChatDialect,
  type ChatRequest,
} from "./chat-request";
import { refusalOfErrorObject } from "./error-object";
import { OpenaiDecoder } from "./openai-decoder";

export interface ChatClientOptions extends TransportOptions {
  /** Such as `http://host:8000/v1`; may name `/chat/completions` itself and may have a query. */
  baseUrl: string;
  /** Left out for servers that ask for no key. */
  credentials?: CredentialPort;
  /** Makes an id that is sent as `x-request-id`. Left out from a browser to a foreign origin: its CORS may refuse it. */
  requestId?: () => string;
}

export interface ChatClient {
  /**
   * Runs plain messages. The events end with exactly one terminal event and never throw; words that came in one network
   * read are one `text-delta`. Leaving the loop early, or the signal, closes the connection.
   */
  streamChat(request: ChatRequest, options?: RunOptions): AsyncIterable<GenerateEvent>;
}

/** Speaks the `openai` contract (reference page on GENAI's contracts, surface 2D): APIM template, vLLM, PLaMo API. */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const dialects = new Map<string, ChatDialect>();
  return {
    streamChat: (request, { signal } = {}) =>
      generate(() => chatContract(options, () => request, dialects), options, signal),
  };
}

/**
 * The contract of one run.
 * @param makeRequest called once, when the run starts
 * @param dialects what was learned about each model's server; shared by the runs of one client
 */
export function chatContract(
  options: ChatClientOptions,
  makeRequest: () => ChatRequest,
  dialects: Map<string, ChatDialect>,
): WireContract {
  const request = makeRequest();
  const dialect = (): ChatDialect => dialects.get(request.model) ?? commonDialect;
  return {
    request: async (): Promise<HttpRequest> => ({
      method: "POST",
      url: chatEndpoint(options.baseUrl),
      headers: {
        "Content-Type": "application/json",
        Accept: isStreamed(request, dialect()) ? "text/event-stream, application/json" : "application/json",
        ...(options.requestId === undefined ? {} : { "X-Request-Id": options.requestId() }),
        ...(await credentialHeaders(options.credentials)),
      },
      body: chatBody(request, dialect()),
    }),
    decoder: () =>
      new OpenaiDecoder({
        thinksUnopened: dialect().thinksUnopened,
        learnUnopened: () => dialects.set(request.model, { ...dialect(), thinksUnopened: true }),
      }),
    get wholeAnswer() {
      return !isStreamed(request, dialect());
    },
    refusalOf: (status, body) => refusalOfErrorObject(body, status),
    adaptTo: (status, body) => {
      const adapted = adaptedDialect(status, body, dialect());
      if (adapted !== undefined) dialects.set(request.model, adapted);
      return adapted !== undefined;
    },
  };
}
