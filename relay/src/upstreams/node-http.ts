import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Readable } from "node:stream";
import { sendBy, type HttpExchange, type ReplyBody, type ReplyReader, type Send } from "@genai-office/shared/gateway";
import { decoded } from "./decoded-body";

/**
 * Idle connections are closed after this time, or earlier where the server announces so: one that the server closes at the
 * moment of the next request costs that request an attempt. The same time as in Node's fetch. Milliseconds.
 */
const idleMs = 4_000;

const agentOptions = { keepAlive: true, maxSockets: Infinity, timeout: idleMs };
const agents = { "http:": new Agent(agentOptions), "https:": new HttpsAgent(agentOptions) };

/**
 * One exchange over node:http. It costs less than half of the processor time of Node's fetch with axios around it, and the
 * request is on its way before anything else is done. Redirects are not followed.
 */
const exchange: HttpExchange = ({ method, url, headers, body }, signal) =>
  new Promise((resolve, reject) => {
    const { protocol, hostname, port, pathname, search } = new URL(url);
    const secure = protocol === "https:";
    const outgoing: ClientRequest = (secure ? httpsRequest : httpRequest)({
      agent: secure ? agents["https:"] : agents["http:"],
      host: hostname.replace(/^\[|\]$/g, ""),
      ...(port === "" ? {} : { port }),
      path: pathname + search,
      method,
      headers: body === undefined ? headers : { ...headers, "Content-Length": Buffer.byteLength(body) },
    });
    const disconnect = (): void => void outgoing.destroy();
    signal.addEventListener("abort", disconnect, { once: true });
    outgoing.on("close", () => signal.removeEventListener("abort", disconnect));
    outgoing.on("error", reject);
    outgoing.on("response", (reply: IncomingMessage) => {
      const { statusCode = 0, headers: fields } = reply;
      resolve({ status: statusCode, headers: fields, body: new NodeBody(decoded(reply)) });
    });
    outgoing.end(body);
    if (signal.aborted) disconnect();
  });

/** How the relay sends requests to model servers. */
export const sendByNode: Send = sendBy(exchange);

/**
 * The body of a reply as it is read: each read takes what has arrived. What is not read stays in the socket, so that a
 * slow reader slows the server down.
 */
class NodeBody implements ReplyBody, ReplyReader {
  private wake: (() => void) | undefined;
  private failure: Error | undefined;
  private over = false;

  constructor(private readonly stream: Readable) {
    const tell = (): void => {
      const { wake } = this;
      this.wake = undefined;
      wake?.();
    };
    stream.on("readable", tell);
    stream.on("end", () => {
      this.over = true;
      tell();
    });
    stream.on("error", (error: Error) => {
      this.failure = error;
      tell();
    });
    stream.on("close", tell);
  }

  getReader(): ReplyReader {
    return this;
  }

  async read(): ReturnType<ReplyReader["read"]> {
    for (;;) {
      const value = this.stream.read() as Buffer | null;
      if (value !== null) return { done: false, value };
      if (this.over) return { done: true };
      if (this.failure !== undefined) throw this.failure;
      if (this.stream.closed) throw new Error("the connection was closed");
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
