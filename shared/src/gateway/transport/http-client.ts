import axios from "axios";

export interface HttpRequest {
  method: "POST" | "GET";
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
  body: ReadableStream<Uint8Array> | null;
}

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

/** Sends a request; resolves when the headers are there. Aborting the signal also ends the body later. */
export async function sendRequest(request: HttpRequest, signal: AbortSignal): Promise<HttpReply> {
  const fetchOptions: FetchOptions = { connection: signal };
  const { status, headers, data } = await client.request<ReadableStream<Uint8Array> | null>({
    method: request.method,
    url: request.url,
    headers: request.headers,
    data: request.body,
    fetchOptions,
  });
  return {
    status,
    header: (name) => {
      const value: unknown = headers[name];
      return typeof value === "string" ? value : undefined;
    },
    body: data,
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
