import type { IncomingMessage, ServerResponse } from "node:http";
import { isRecord, type SentFile, type WireActivity } from "./activity";
import type { ConversationStore, RuledConversation } from "./conversation-store";
import type { ExchangeLog } from "./exchange-log";
import { refusalOf, type ArmedFault, type FaultList } from "./faults";
import { connectorTenant, type ConnectorPerson } from "./people";
import { refused, takeDelete, takePost, takePut, type Taken, type TakeContext } from "./take-activity";
import type { TokenService } from "./token-service";
import type { ConnectorEvent } from "./connector";

export interface RouteContext {
  store: ConversationStore;
  people: readonly ConnectorPerson[];
  tokens: TokenService | undefined;
  faults: FaultList;
  log: ExchangeLog;
  files: Map<string, SentFile>;
  /** Places for files that people have consented to, with the name of the file. */
  uploads: Map<string, { name: string; bytes: number }>;
  origin: () => string;
  botAccount: string;
  now: () => number;
  newId: () => string;
  emit: (event: ConnectorEvent) => void;
}

/** Answers what the bot asks of the connector. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  context: RouteContext,
): Promise<void> {
  const method = request.method ?? "GET";
  const path = new URL(request.url ?? "/", "http://connector").pathname;
  const body = await readBody(request);
  if (context.tokens !== undefined && method === "GET" && path === "/openid")
    return send(response, { status: 200, body: context.tokens.configuration(context.origin()) });
  if (context.tokens !== undefined && method === "GET" && path === "/keys")
    return send(response, { status: 200, body: context.tokens.keySet() });
  if (path.startsWith("/files/")) return answerFile(request, response, path.slice("/files/".length), body, context);

  const json = parsed(body);
  const activity = isRecord(json) ? (json as WireActivity) : undefined;
  const authorization = request.headers.authorization;
  const exchange = context.log.begin({
    direction: "to-connector",
    method,
    path,
    authorized: authorization !== undefined,
    ...(json === undefined ? {} : { request: json }),
  });
  const finish = (taken: Taken, fault?: string): void => {
    context.log.end(exchange, {
      status: taken.status,
      ...(taken.body === undefined ? {} : { response: taken.body }),
      ...(fault === undefined ? {} : { fault }),
    });
    send(response, taken);
  };
  const isKnown = context.tokens === undefined || authorization === `Bearer ${context.tokens.botToken}`;
  if (!isKnown)
    return finish(refused({ status: 401, code: "Unauthorized", message: "Authorization has been denied." }));

  const conversationId = decodeURIComponent(/^\/v3\/conversations\/([^/]+)/.exec(path)?.[1] ?? "");
  const fault = context.faults.take(method, conversationId, activity);
  if (fault === undefined) return finish(take(method, path, conversationId, activity, context));
  await answerWithFault(fault, () => take(method, path, conversationId, activity, context), {
    finish: (taken) => finish(taken, fault.effect.kind),
    breakOff: () => {
      context.log.end(exchange, { fault: fault.effect.kind });
      request.socket.destroy();
    },
    silent: () => context.log.end(exchange, { fault: fault.effect.kind }),
  });
}

/** Lets a request go wrong as its fault says. */
async function answerWithFault(
  fault: ArmedFault,
  take: () => Taken,
  way: { finish(taken: Taken): void; breakOff(): void; silent(): void },
): Promise<void> {
  const { effect } = fault;
  switch (effect.kind) {
    case "hold": {
      const taken = take();
      fault.markReached();
      await fault.released;
      return way.finish(taken);
    }
    case "dropped":
      return way.finish({
        status: 202,
        body: {
          code: "ContentStreamSequenceOrderPreConditionFailed",
          message: "PreCondition failed exception when processing streaming activity.",
        },
      });
    case "silence":
      if (effect.taken === true) take();
      return way.silent();
    case "reset":
      if (effect.taken === true) take();
      return way.breakOff();
    case "status":
      if (effect.taken === true) take();
      return way.finish(refused(refusalOf(effect)!));
    case "stream":
      return way.finish(refused(refusalOf(effect)!));
  }
}

/** The routes of the Bot Framework that a bot in Teams uses. */
function take(
  method: string,
  path: string,
  conversationId: string,
  activity: WireActivity | undefined,
  context: RouteContext,
): Taken {
  const [, , , , part, id] = path.split("/").map(decodeURIComponent);
  if (method === "POST" && path === "/v3/conversations") return createConversation(activity ?? { type: "" }, context);
  const conversation = context.store.find(conversationId);
  if (conversation === undefined)
    return refused({ status: 404, code: "ConversationNotFound", message: "Conversation not found." });
  const taking: TakeContext = { ...context, conversation };
  if (method === "GET" && part === undefined) return { status: 200, body: described(conversation) };
  if (method === "GET" && (part === "members" || part === "pagedmembers")) {
    const members = conversation.members.map(member);
    if (part === "pagedmembers") return { status: 200, body: { members } };
    if (id === undefined) return { status: 200, body: members };
    const found = members.find((entry) => entry.id === id || entry.aadObjectId === id);
    if (found !== undefined) return { status: 200, body: found };
    return refused({ status: 404, code: "MemberNotFoundInConversation", message: "Member not found." });
  }
  if (part !== "activities")
    return refused({ status: 405, code: "MethodNotAllowed", message: "The connector has no such route." });
  if (method === "DELETE" && id !== undefined) return noted(takeDelete(id, taking), conversation, context);
  if (activity === undefined || typeof activity.type !== "string")
    return refused({ status: 400, code: "BadSyntax", message: "The body is no activity." });
  if (method === "POST") return noted(takePost(activity, taking), conversation, context);
  if (method === "PUT" && id !== undefined) return noted(takePut(id, activity, taking), conversation, context);
  return refused({ status: 405, code: "MethodNotAllowed", message: "The connector has no such route." });
}

function noted(taken: Taken, conversation: RuledConversation, { emit }: RouteContext): Taken {
  const { changed, ...answer } = taken;
  if (changed !== undefined)
    emit({ type: "activity", change: changed.kind, conversation: conversation.id, activity: changed.activity });
  return answer;
}

/** A personal chat with somebody is always the same one. */
function createConversation(wanted: WireActivity, context: RouteContext): Taken {
  const accounts = Array.isArray(wanted["members"]) ? (wanted["members"] as { id?: string }[]).map(({ id }) => id) : [];
  const members = context.people.filter(({ id, objectId }) => accounts.includes(id) || accounts.includes(objectId));
  if (members.length === 0 || members.length !== accounts.length)
    return refused({ status: 400, code: "BadSyntax", message: "Members are missing or not known." });
  const isPersonal = members.length === 1 && wanted["isGroup"] !== true;
  const known = isPersonal
    ? [...context.store.all.values()].find(({ kind, members: [only] }) => kind === "personal" && only === members[0])
    : undefined;
  const conversation =
    known ??
    context.store.add({
      id: isPersonal ? `a:1${context.newId()}` : `19:${context.newId()}@thread.v2`,
      kind: isPersonal ? "personal" : "groupChat",
      name: typeof wanted["topicName"] === "string" ? wanted["topicName"] : members.map(({ name }) => name).join("、"),
      members,
    });
  if (known === undefined) context.emit({ type: "conversation", conversation: conversation.id });
  const first = wanted["activity"];
  if (!isRecord(first)) return { status: 201, body: { id: conversation.id, serviceUrl: context.origin() } };
  const taken = noted(takePost(first as WireActivity, { ...context, conversation }), conversation, context);
  if (taken.status >= 400) return taken;
  const { id: activityId } = taken.body as { id: string };
  return { status: 201, body: { id: conversation.id, activityId, serviceUrl: context.origin() } };
}

function described({ id, kind, name }: RuledConversation): object {
  return {
    id,
    conversationType: kind,
    tenantId: connectorTenant,
    ...(kind === "personal" ? {} : { name, isGroup: true }),
  };
}

function member({ id, name, objectId, email }: ConnectorPerson) {
  const [surname = "", givenName = ""] = name.split(" ");
  return {
    id,
    name,
    aadObjectId: objectId,
    email,
    userPrincipalName: email,
    surname,
    givenName,
    tenantId: connectorTenant,
    userRole: "user",
  };
}

/** Places of files: in Teams they are on another host, and a token of the bot has no business there. */
function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  body: Buffer,
  { files, uploads, log }: RouteContext,
): void {
  const method = request.method ?? "GET";
  const authorized = request.headers.authorization !== undefined;
  const exchange = log.begin({ direction: "to-connector", method, path: `/files/${id}`, authorized });
  const end = (status: number, bytes?: Uint8Array): void => {
    log.end(exchange, { status });
    response.writeHead(status, { "Content-Type": "application/octet-stream" }).end(bytes);
  };
  if (authorized) return end(401);
  const file = files.get(id);
  if (method === "GET") return file === undefined ? end(404) : end(200, file.bytes);
  const place = uploads.get(id);
  if (method !== "PUT" || place === undefined) return end(404);
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers["content-range"] ?? "");
  const isWhole =
    range !== null && range[1] === "0" && Number(range[2]) === body.length - 1 && Number(range[3]) === body.length;
  if (!isWhole || body.length !== place.bytes) return end(400);
  files.set(id, { name: place.name, bytes: body });
  uploads.delete(id);
  end(201);
}

function send(response: ServerResponse, { status, body, retryAfter }: Taken): void {
  response.writeHead(status, {
    ...(body === undefined ? {} : { "Content-Type": "application/json; charset=utf-8" }),
    ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

function parsed(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString("utf8")) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
