import type { IncomingMessage, ServerResponse } from "node:http";
import { isRecord, type WireActivity } from "./activity";
import { answerWithFault } from "./answer-with-fault";
import { createConversation, described, member, noted } from "./conversation-routes";
import { answerFile } from "./file-places";
import type { RouteContext } from "./route-context";
import { refused, takeDelete, takePost, takePut, type Taken, type TakeContext } from "./take-activity";

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
