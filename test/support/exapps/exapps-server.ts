import type { ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import { startModelServer, type ModelServer, type ReceivedRequest, type Reply } from "../model-server";
import { jsonReply } from "../model-server-replies";

/** An app as GENAI's team administrators registered it. */
export interface RegisteredApp {
  teamId: string;
  exAppId: string;
  exAppName: string;
  /** JSON text of the form. */
  placeholder: string;
  description?: string;
  howToUse?: string;
  config?: string;
  systemPrompt?: string;
  systemPromptKeyName?: string;
  status?: "draft" | "published";
  updatedDate?: string;
}

/** What the app does with an invocation: answers at once, or accepts and is asked by GENAI later. */
export type AppOutcome =
  | { status: number; body: Record<string, unknown> }
  | {
      /** Body of the 202; the specification's when left out. */
      acceptance?: Record<string, unknown>;
      /** What GENAI's own looks at the app show, one for each look at the history; the last one stays. */
      looks: Record<string, unknown>[];
    };

export interface ExappsServerOptions {
  apps: RegisteredApp[];
  teams?: Record<string, string>;
  /** Tokens that are valid, and whose they are. */
  users?: Record<string, { sub: string; teams: string[] }>;
  invoke?: (invocation: {
    app: RegisteredApp;
    inputs: Record<string, unknown>;
    sessionId: string | undefined;
  }) => AppOutcome;
  /** Answers instead of a route, for faults: GENAI's own are below. */
  instead?: (route: string, request: ReceivedRequest) => Reply | undefined;
  /** Looks at the list of the history that do not show a new entry yet (eventual consistency). */
  historyLag?: number;
}

interface StoredEntry {
  body: Record<string, unknown>;
  looks: Record<string, unknown>[];
  hiddenFor: number;
}

export const commonTeam = "00000000-0000-0000-0000-000000000000";
const bucket = "artifacts-bucket";
const uuidFour = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export interface ExappsServer extends ModelServer {
  /** Base of the team API. */
  baseUrl: string;
  /** Requests of a route, such as "POST /exapps/invoke". */
  of(route: string): ReceivedRequest[];
}

/**
 * A stand-in for GENAI's team API as its published source has it: the list without forms, errors of an invocation in
 * `outputs`, 202 with a sentence in `outputs`, a history with its own status words, pages of ten (newest first), artifacts
 * behind signed addresses that need no token.
 */
export async function startExappsServer(options: ExappsServerOptions): Promise<ExappsServer> {
  const { apps, teams = {}, instead, historyLag = 0 } = options;
  const users = options.users ?? { "user-token": { sub: "user-1", teams: [] } };
  const histories = new Map<string, StoredEntry[]>();
  const files = new Map<string, Buffer>();
  let lastKey = Date.now();

  const store = (prefix: string, artifacts: unknown): unknown => {
    if (!Array.isArray(artifacts)) return artifacts;
    return (artifacts as Record<string, unknown>[]).map((artifact) => {
      const { content, contents, ...rest } = artifact;
      const base64 = (content ?? contents) as string | undefined;
      if (base64 === undefined) return rest;
      const url = `s3://${bucket}/${prefix}/response/${String(rest.display_name)}`;
      files.set(url, Buffer.from(base64, "base64"));
      return { ...rest, file_url: url };
    });
  };

  const handle: Reply = (response, request) => {
    const url = new URL(request.path, "http://genai");
    const path = url.pathname.replace(/^\/api/, "");
    const route = `${request.method} ${path}`;
    const other = instead?.(route, request);
    if (other !== undefined) return other(response, request);
    const send = (status: number, body: unknown): void => send_(response, request, status, body);
    if (path.startsWith("/signed/")) {
      // S3 refuses a signed address that comes with a token beside its signature.
      if (request.headers.authorization !== undefined) return send(400, { Code: "InvalidArgument" });
      const file = files.get(decodeURIComponent(path.slice("/signed/".length)));
      if (file === undefined) return send(404, { Code: "NoSuchKey" });
      response.writeHead(200, { "Content-Type": "application/octet-stream" }).end(file);
      return;
    }
    const user = users[request.headers.authorization?.replace(/^Bearer\s+/i, "") ?? ""];
    if (user === undefined) return send(401, { message: "Unauthorized" });
    const mayUse = (teamId: string): boolean => teamId === commonTeam || user.teams.includes(teamId);

    if (route === "GET /exapps") {
      const shown = apps.filter(({ teamId }) => mayUse(teamId));
      return send(
        200,
        shown.map(({ teamId, exAppId, exAppName, description = "", status, updatedDate = "1" }) => ({
          teamId,
          exAppId,
          exAppName,
          description,
          apiKey: "",
          ...(status === undefined ? {} : { status }),
          createdDate: "1",
          updatedDate,
          teamName: teams[teamId] ?? "共通",
        })),
      );
    }
    const one = /^GET \/teams\/([^/]+)\/exapps\/([^/]+)$/.exec(route);
    if (one !== null) {
      const [teamId, exAppId] = [decodeURIComponent(one[1]!), decodeURIComponent(one[2]!)];
      if (!mayUse(teamId)) return send(403, { error: "チームメンバーではないため利用できません。" });
      const app = apps.find((candidate) => candidate.teamId === teamId && candidate.exAppId === exAppId);
      if (app === undefined) return send(404, { error: "AIアプリが見つかりませんでした。" });
      return send(200, {
        description: "",
        howToUse: "",
        endpoint: "https://app.example/invoke",
        apiKey: "",
        updatedDate: "1",
        ...app,
      });
    }
    if (route === "POST /exapps/invoke") {
      const { teamId, exAppId, inputs, sessionId } = request.json;
      if (sessionId !== undefined && (typeof sessionId !== "string" || !uuidFour.test(sessionId)))
        return send(400, { outputs: "sessionIdはUUID v4形式である必要があります。" });
      if (typeof teamId !== "string" || typeof exAppId !== "string" || typeof inputs !== "object" || inputs === null)
        return send(400, { outputs: "パラメータが不正です。" });
      if (!mayUse(teamId))
        return send(403, { outputs: "チームメンバーではないため実行できません。権限を見直してください。" });
      const app = apps.find((candidate) => candidate.teamId === teamId && candidate.exAppId === exAppId);
      if (app === undefined) return send(404, { outputs: "リクエストされたAIアプリが見つかりませんでした。" });
      const outcome = options.invoke?.({
        app,
        inputs: inputs as Record<string, unknown>,
        sessionId: sessionId as string | undefined,
      }) ?? { status: 200, body: { outputs: "回答" } };
      lastKey = Math.max(lastKey + 1, Date.now());
      const key = `${teamId}#${exAppId}#${user.sub}`;
      const sent = "looks" in outcome ? { outputs: "リクエストを受け付けました", ...outcome.acceptance } : outcome.body;
      // Without a status address GENAI passes the 202 on, and takes the invocation for done.
      const accepted = "looks" in outcome && (outcome.acceptance === undefined || "status_url" in outcome.acceptance);
      const entry: StoredEntry = {
        body: {
          teamId,
          exAppId,
          inputs,
          outputs: sent.outputs ?? "{}",
          status: accepted ? "ACCEPTED" : "status" in outcome && outcome.status >= 400 ? "ERROR" : "COMPLETED",
          createdDate: String(lastKey),
          progress: "",
          sessionId,
        },
        looks: accepted ? [...outcome.looks] : [],
        hiddenFor: historyLag,
      };
      histories.set(key, [entry, ...(histories.get(key) ?? [])]);
      if ("status" in outcome) return send(outcome.status, outcome.body);
      const requestId = randomUUID();
      const whole = { request_id: requestId, status: "PENDING", status_url: `/status/${requestId}`, ...sent };
      return send(202, outcome.acceptance ?? whole);
    }
    if (route === "GET /exapps/histories" || route === "GET /exapps/history") {
      const key = `${url.searchParams.get("teamId")}#${url.searchParams.get("exAppId")}#${user.sub}`;
      const entries = histories.get(key) ?? [];
      if (path === "/exapps/histories") {
        const start = url.searchParams.get("exclusiveStartKey");
        const from = start === null ? 0 : Number(Buffer.from(JSON.parse(start) as string, "base64").toString());
        const page = entries.slice(from, from + 10).filter((entry) => entry.hiddenFor-- <= 0);
        const more = entries.length > from + 10;
        return send(200, {
          history: page.map(({ body }) => body),
          ...(more ? { lastEvaluatedKey: Buffer.from(String(from + 10)).toString("base64") } : {}),
        });
      }
      const entry = entries.find(({ body }) => body.createdDate === url.searchParams.get("createdDate"));
      if (entry === undefined) return send(404, { error: "履歴が見つかりませんでした。" });
      const look = entry.looks.length > 1 ? entry.looks.shift() : entry.looks[0];
      if (look !== undefined) {
        const prefix = `identity-1/${key}/${String(entry.body.createdDate)}`;
        const { artifacts, outputs, ...rest } = look;
        Object.assign(entry.body, rest);
        // GENAI stores a sentence of its own, in quotes, for an app that has none yet.
        if (rest.status !== "PENDING") entry.body.outputs = outputs ?? '"No outputs"';
        if (artifacts !== undefined) entry.body.artifacts = store(prefix, artifacts);
        if (rest.status === "PENDING") entry.body.status = "ACCEPTED";
      }
      return send(200, { history: entry.body });
    }
    if (route === "GET /exapps/artifact-file") {
      const address = decodeURIComponent(url.searchParams.get("s3Url") ?? "");
      if (!address.startsWith(`s3://${bucket}/identity-1/`)) return send(403, { message: "Access denied" });
      return send(200, { data: `http://${request.headers.host}/api/signed/${encodeURIComponent(address)}` });
    }
    return send(403, { message: "Missing Authentication Token" });
  };

  const server = await startModelServer(handle);
  return {
    ...server,
    baseUrl: `${server.origin}/api`,
    of: (route) =>
      server.requests.filter(
        ({ method, path }) => `${method} ${new URL(path, "http://genai").pathname.replace(/^\/api/, "")}` === route,
      ),
  };
}

function send_(response: ServerResponse, request: ReceivedRequest, status: number, body: unknown): void {
  void jsonReply(body, status)(response, request);
}
