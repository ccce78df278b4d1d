import { request } from "node:http";
import { checkEndpoint, checkStatusUrl } from "./app-url-rules";

/** A registered app, and where its name leads to on this machine (TLS ends in front of the relay). */
export interface RegisteredApp {
  /** As registered, https. */
  endpoint: string;
  apiKey: string;
  /** Port on the loopback that stands for the endpoint's host. */
  port: number;
}

/** An entry of the history a person sees. */
export interface HistoryEntry {
  status: "ACCEPTED" | "IN_PROGRESS" | "COMPLETED" | "ERROR";
  outputs: string;
  progress: string;
}

export interface AppReply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Record<string, unknown>;
}

/** What GENAI does with an invocation: the answer for the page, the history, and the next look at an accepted one. */
export interface Invocation {
  status: number;
  body: Record<string, unknown>;
  history: HistoryEntry;
  /** Looks once. True when GENAI would look again; throws nothing, as its queue repeats whatever failed. */
  poll(): Promise<boolean>;
  statusUrl: string | undefined;
}

/**
 * A stand-in for GENAI's side of the AI app protocol (its functions that invoke an app and look at its status): the rules
 * for addresses, the headers, no redirects, what is read of a reply and what is stored.
 */
export function createGenaiCaller(app: RegisteredApp, userId: string) {
  const endpoint = checkEndpoint(app.endpoint);

  async function call(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<AppReply> {
    const reply = await send(app.port, endpoint.host, method, path, body, {
      "x-api-key": app.apiKey,
      "x-user-id": userId,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    });
    if (reply.status >= 300 && reply.status < 400) throw new Error("redirects are not followed");
    return reply;
  }

  return {
    call,
    async invoke(
      inputs: Record<string, unknown>,
      sessionId = "7f0c1f0e-6a43-4f0a-9a43-0d7f5b0f2a11",
    ): Promise<Invocation> {
      const { status, body } = await call(
        "POST",
        endpoint.pathname + endpoint.search,
        JSON.stringify({ inputs, sessionId }),
      );
      const accepted = status === 202 && typeof body["status_url"] === "string";
      const statusUrl = accepted ? checkStatusUrl(body["status_url"] as string, endpoint) : undefined;
      const history: HistoryEntry = {
        status: accepted ? "ACCEPTED" : status >= 400 ? "ERROR" : "COMPLETED",
        outputs: stored(body["outputs"], {}),
        progress: "",
      };
      return {
        status,
        body,
        history,
        statusUrl,
        async poll() {
          const reply = await call("GET", statusUrl!);
          if (reply.status < 200 || reply.status > 299) return true;
          const state = reply.body["status"];
          if (state !== "COMPLETED" && state !== "ERROR" && state !== "IN_PROGRESS") return true;
          history.status = state;
          history.outputs = stored(reply.body["outputs"], "No outputs");
          if (typeof reply.body["progress"] === "string") history.progress = reply.body["progress"];
          return state === "IN_PROGRESS";
        },
      };
    },
  };
}

function stored(outputs: unknown, otherwise: unknown): string {
  return typeof outputs === "string" ? outputs : JSON.stringify(outputs || otherwise);
}

/** fetch would not let a caller choose the Host header. */
function send(
  port: number,
  host: string,
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string>,
): Promise<AppReply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: "127.0.0.1", port, method, path, headers: { Host: host, ...headers } },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (piece: string) => (text += piece));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const json = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: json });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
