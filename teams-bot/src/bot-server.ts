import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createRelayClient, type RelayClient } from "@genai-office/shared/relay-client";
import { pino, type Logger } from "pino";
import { createCallerSessions } from "./caller-sessions";
import { createChannel } from "./channel";
import type { BotConfiguration } from "./configuration";
import { createEventAnswers } from "./conversations/answer-events";
import { createMessageHandler } from "./conversations/answer-message";
import { createRelaySignIn } from "./relay-sign-in";

/** Largest activity taken; Teams messages have at most about 28 kB, transcripts come as files. */
const largestBody = 256 * 1024;

export interface BotServer {
  /** Where it listens. */
  url: string;
  stop(): Promise<void>;
}

/** Starts the bot: `POST /api/messages` for the connector, `GET /api/health` for who watches it. */
export async function startBot(configuration: BotConfiguration, logger: Logger = pino()): Promise<BotServer> {
  const sessionOf = createCallerSessions(configuration.credentials?.appPassword);
  const { credentials, relayAccess } = configuration;
  const signIn = credentials && relayAccess ? createRelaySignIn(credentials, relayAccess) : undefined;
  const relayOf = (person: string): RelayClient =>
    createRelayClient({
      baseUrl: configuration.relayUrl,
      headers: async () => ({ "X-Relay-Session": sessionOf(person), ...(await signIn?.headersFor(person)) }),
    });
  // A name and a code say enough; messages of the SDK may quote what was sent.
  const onDefect = (error: unknown): void =>
    logger.error({ name: (error as Error).name, code: (error as { code?: string }).code }, "defect");
  const answers = createEventAnswers({
    channel: () => channel,
    onMessage: createMessageHandler(relayOf, { onDefect }),
    onDefect,
  });
  const channel = createChannel({
    credentials,
    tenantIds: configuration.tenantIds,
    serviceHosts: configuration.serviceHosts,
    ...(configuration.channelService === undefined ? {} : { service: configuration.channelService }),
    signIn: signIn?.personal,
    handler: answers,
    onDefect,
  });
  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      logger.error({ name: (error as Error).name }, "request failed");
      response.writeHead(500).end();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://bot").pathname;
    if (request.method === "GET" && path === "/api/health") return void json(response, 200, { status: "ok" });
    if (request.method !== "POST" || path !== "/api/messages") return void response.writeHead(404).end();
    const activity = await readJson(request);
    if (activity === undefined) return void response.writeHead(400).end();
    const { status, body } = await channel.receive(authorizationOf(request), activity);
    logger.info({ route: path, status }, "activity");
    if (body === undefined) response.writeHead(status).end();
    else json(response, status, body);
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(configuration.port, configuration.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${configuration.host}:${port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await answers.stop();
      await closed;
    },
  };
}

/** Node keeps the first of several; which one counts is not for us to choose, so that is as if there were none. */
function authorizationOf(request: IncomingMessage): string {
  const names = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "authorization");
  return names.length === 1 ? (request.headers.authorization ?? "") : "";
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

/** The body as an object; undefined when it is too large or no JSON object. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) return undefined;
    parts.push(part);
  }
  try {
    const parsed: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
