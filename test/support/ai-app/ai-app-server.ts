import { randomUUID } from "node:crypto";
import { startModelServer, type ModelServer, type ReceivedRequest, type Reply } from "../model-server";
import { jsonReply } from "../model-server-replies";

export interface AiAppServerOptions {
  apiKey?: string;
  /** Answers `POST /invoke`. */
  answer?: (request: ReceivedRequest) => { status: number; body: unknown };
  /** What the looks at an accepted invocation show, one after another; the last one stays. */
  looks?: Record<string, unknown>[];
  /** Address of the status that `POST /requests` names; the specification's when left out. */
  statusUrl?: (id: string) => unknown;
  /** Answers instead of the app, for faults. */
  instead?: (route: string, request: ReceivedRequest) => Reply | undefined;
}

export interface AiAppServer extends ModelServer {
  invokeUrl: string;
  requestsUrl: string;
}

/**
 * A stand-in for an AI app by the published protocol: `POST /invoke` answers at once, `POST /requests` accepts with 202 and
 * is asked at `GET /status/{id}`. It refuses what lacks the key or the pseudonym of the user.
 */
export async function startAiAppServer(options: AiAppServerOptions = {}): Promise<AiAppServer> {
  const { apiKey = "app-key", looks = [{ status: "COMPLETED", outputs: "回答" }] } = options;
  const running = new Map<string, Record<string, unknown>[]>();
  const server = await startModelServer((response, request) => {
    const { pathname } = new URL(request.path, "http://app");
    const route = `${request.method} ${pathname.replace(/^(\/status\/).*/, "$1")}`;
    const other = options.instead?.(route, request);
    if (other !== undefined) return other(response, request);
    const send = (status: number, body: unknown): void => void jsonReply(body, status)(response, request);
    if (request.headers["x-api-key"] !== apiKey) return send(403, { message: "Forbidden" });
    if ((request.headers["x-user-id"] ?? "") === "") return send(400, { error: "x-user-id is required" });
    if (route === "POST /invoke") {
      const { status, body } = options.answer?.(request) ?? { status: 200, body: { outputs: "回答" } };
      return send(status, body);
    }
    if (route === "POST /requests") {
      const id = randomUUID();
      running.set(id, [...looks]);
      return send(202, {
        outputs: "リクエストを受け付けました",
        request_id: id,
        status: "PENDING",
        status_url: options.statusUrl === undefined ? `/status/${id}` : options.statusUrl(id),
      });
    }
    if (route === "GET /status/") {
      const left = running.get(pathname.slice("/status/".length));
      if (left === undefined) return send(404, { error: "not found" });
      const look = left.length > 1 ? left.shift()! : left[0]!;
      return send(200, { created_at: "2026-11-01T00:00:00Z", updated_at: "2026-11-01T00:00:30Z", ...look });
    }
    return send(405, { error: "Method not allowed" });
  });
  return { ...server, invokeUrl: `${server.origin}/invoke`, requestsUrl: `${server.origin}/requests` };
}
