import axios, { Axios, type AxiosResponse, type InternalAxiosRequestConfig } from "axios";

export interface HttpRequest {
  method: "POST" | "GET" | "DELETE";
  url: string;
  headers: Record<string, string>;
  /** JSON text. */
  body?: string;
}

export interface HttpReply {
  status: number;
  /** Value of a header by its lower-case name. A browser shows only those that the server exposes. */
  header(name: string): string | undefined;
  /** Null when there is none, as after a redirect that a browser hides. */
  body: ReplyBody | null;
}

/** A body as it is read, be it a ReadableStream or a lighter one. Read by one reader, once. */
export interface ReplyBody {
  getReader(): ReplyReader;
}

export interface ReplyReader {
  /** The next piece; rejects when the body broke off. */
  read(): Promise<{ done: false; value: Uint8Array } | { done: true; value?: Uint8Array | undefined }>;
}

/** Sends a request; resolves when the headers are there. Aborting the signal also ends the body later. */
export type Send = (request: HttpRequest, signal: AbortSignal) => Promise<HttpReply>;

/** One HTTP exchange of a runtime that has something cheaper than fetch. Headers of the reply by lower-case name. */
export type HttpExchange = (
  request: HttpRequest,
  signal: AbortSignal,
) => Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: ReplyBody }>;

/** What of a request goes past axios to fetch. */
interface FetchOptions extends RequestInit {
  connection: AbortSignal;
}

/**
 * The runtime's fetch, with the signal under a name of our own: axios wraps the body of a request whose `signal` it
 * knows into two generators and a copy, for a progress report and a timeout that are not used here.
 */
const connectedFetch = ((request: Request, { connection, ...init }: FetchOptions) =>
  fetch(request, { ...init, signal: connection })) as typeof fetch;

/**
 * The only axios instance. The adapter is explicit because the default one buffers streams in a browser and fails
 * differently in Node. `timeout` and `maxContentLength` stay unset: the first kills healthy streams, the second leaves
 * connections open. Statuses are judged by the caller, bodies are passed through untouched, redirects are not followed.
 */
const client = axios.create({
  adapter: "fetch",
  env: { fetch: connectedFetch },
  responseType: "stream",
  validateStatus: () => true,
  maxRedirects: 0,
  transformRequest: [(data: unknown) => data],
  transformResponse: [],
});

/** `Send` by the runtime's fetch: of a browser, and of whoever names nothing else. */
export const sendRequest: Send = async (request, signal) => {
  const fetchOptions: FetchOptions = { connection: signal };
  const { status, headers, data } = await client.request<ReadableStream<Uint8Array> | null>({
    method: request.method,
    url: request.url,
    headers: request.headers,
    data: request.body,
    fetchOptions,
  });
  return replyOf(status, headers, data);
};

/**
 * `Send` by another way than fetch, through an axios that has this way as its adapter and no defaults: what it merges and
 * checks for each request is next to nothing. A server that sends a thousand requests a second uses it (relay: node:http).
 */
export function sendBy(exchange: HttpExchange): Send {
  const bare = new Axios({
    adapter: async (config) => {
      const { status, headers, body } = await (config as ExchangeConfig).perform();
      return { status, statusText: "", headers, data: body, config } as AxiosResponse<ReplyBody>;
    },
  });
  return async (request, signal) => {
    // The request goes past axios as it is: merging its headers would be the larger part of the work.
    const config = { method: request.method, url: request.url, perform: () => exchange(request, signal) };
    const { status, headers, data } = await bare.request<ReplyBody>(config);
    return replyOf(status, headers as Record<string, unknown>, data);
  };
}

interface ExchangeConfig extends InternalAxiosRequestConfig {
  perform(): ReturnType<HttpExchange>;
}

function replyOf(status: number, headers: Readonly<Record<string, unknown>>, body: ReplyBody | null): HttpReply {
  return {
    status,
    header: (name) => {
      const value = headers[name];
      return typeof value === "string" ? value : undefined;
    },
    body,
  };
}

/** Headers under which servers and proxies name a request, best first. */
const requestIdHeaders = [
  "x-request-id",
  "apim-request-id",
  "x-ms-request-id",
  "x-ms-client-request-id",
  "request-id",
  "x-amzn-requestid",
  "x-amz-request-id",
  "x-correlation-id",
  "x-trace-id",
  "cf-ray",
];

/** The id under which the server's people can find a request in their log. */
export function requestIdOf(reply: HttpReply): string | undefined {
  for (const name of requestIdHeaders) {
    const value = reply.header(name);
    // Only what looks like an id: the value ends up on a screen and in logs.
    if (value !== undefined && /^[\w.:@/+=-]{1,200}$/.test(value)) return value;
  }
  return undefined;
}
