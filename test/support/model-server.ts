import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a stand-in server saw of one request. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Body as text, and parsed when it is JSON. */
  text: string;
  json: Record<string, unknown>;
  /** `performance.now()` when the request had arrived. */
  at: number;
  /** Resolves with true when the client closed the connection before the reply was over, with false when it was over. */
  closedByClient: Promise<boolean>;
}

/** Answers one request. Makers of replies are in model-server-replies.ts. */
export type Reply = (response: ServerResponse, request: ReceivedRequest) => void | Promise<void>;

export interface ModelServer {
  /** Base URL for an openai client: `http://127.0.0.1:<port>/v1`. */
  url: string;
  origin: string;
  requests: ReceivedRequest[];
  /** Connections opened so far. */
  connections: () => number;
  close(): Promise<void>;
}

/**
 * A stand-in for a model server (or a relay) on a free port of the loopback. The first request gets the first reply and
 * so on; the last reply answers all further requests.
 */
export async function startModelServer(...replies: Reply[]): Promise<ModelServer> {
  const requests: ReceivedRequest[] = [];
  let connections = 0;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const request: ReceivedRequest = {
        method: incoming.method ?? "",
        path: incoming.url ?? "",
        headers: incoming.headers,
        text,
        json: text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {},
        at: performance.now(),
        closedByClient: new Promise((resolve) => response.on("close", () => resolve(!response.writableFinished))),
      };
      const reply = replies[Math.min(requests.length, replies.length - 1)];
      requests.push(request);
      if (reply === undefined) response.writeHead(500).end();
      else void Promise.resolve(reply(response, request)).catch((error: unknown) => response.destroy(error as Error));
    });
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/v1`,
    origin,
    requests,
    connections: () => connections,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
