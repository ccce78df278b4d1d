import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigurationError, createDatabase, faultOf, type Database } from "@genai-office/shared/database";
import { createRelayClient, type RelayClient } from "@genai-office/shared/relay-client";
import { pino, type Logger } from "pino";
import { createCallerSessions } from "./caller-sessions";
import { createChannel, personOf } from "./channel";
import type { Conversation } from "./channel/conversation";
import type { BotConfiguration } from "./configuration";
import { conversationWorks } from "./conversations/conversation-works";
import { createConversations } from "./conversations/conversations";
import type { JobWorks } from "./jobs/job-port";
import { createJobService } from "./jobs/job-service";
import { withSignIn } from "./jobs/with-sign-in";
import { createDeliveryWork } from "./minutes/delivery-work";
import { createMinutesWork } from "./minutes/minutes-work";
import { readBody } from "./read-body";
import { createRelaySignIn } from "./relay-sign-in";

/** Largest activity taken; Teams messages have at most about 28 kB, transcripts come as files. */
const largestBody = 256 * 1024;

/** Teams gives up after 15 seconds; who sends slower than that holds no connection. Milliseconds. */
const longestRequestMs = 20_000;
/** Longer than the minute that what stands before us keeps its connections: one closed while it is used again loses a request. */
const idleConnectionMs = 75_000;

export interface BotServer {
  /** Where it listens. */
  url: string;
  stop(): Promise<void>;
}

export interface BotOptions {
  logger?: Logger;
  /** A database that is open already, as the playground shares the relay's; it stays open when the bot stops. */
  database?: Database;
}

/**
 * Starts the bot: `POST /api/messages` for the connector, `GET /api/health` for who watches it. A database that does not
 * answer is no reason not to start: health tells, and what comes in meanwhile is delivered again by the connector.
 * @throws ConfigurationError for a database that cannot be used at all
 */
export async function startBot(configuration: BotConfiguration, options: BotOptions = {}): Promise<BotServer> {
  const { logger = pino() } = options;
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
  const ownDatabase = options.database === undefined ? createDatabase(configuration.database) : undefined;
  const database = options.database ?? ownDatabase!;
  ownDatabase?.claim();
  await ownDatabase?.open().catch(async (error: unknown) => {
    if (error instanceof ConfigurationError) {
      await ownDatabase.close();
      throw error;
    }
    logger.error({ code: faultOf(error) }, "the database does not answer");
  });
  const channel = createChannel({
    credentials,
    tenantIds: configuration.tenantIds,
    serviceHosts: configuration.serviceHosts,
    ...(configuration.channelService === undefined ? {} : { service: configuration.channelService }),
    signIn: signIn?.personal,
    handler: {
      onEvent: (event) => conversations.onEvent(event),
      onMessageAction: (action) => conversations.onMessageAction(action),
    },
    onDefect,
    onRefused: (reason) => logger.warn({ reason }, "activity refused"),
  });
  const relayOfPerson = (conversation: Conversation): RelayClient => relayOf(personOf(conversation));
  const { tabUrl, ...jobSettings } = configuration.jobs;
  const { speech } = channel;
  const works: JobWorks = {
    ...conversationWorks({
      database,
      relayOf: relayOfPerson,
      memoryMs: configuration.jobs.retention.memoryMs,
      onDefect,
    }),
    minutes: createMinutesWork({
      relayOf: relayOfPerson,
      ...(tabUrl === undefined ? {} : { tabLink: (job: string) => tabUrl.replace("{job}", job) }),
      onDefect,
    }),
  };
  // Asks the relay for nothing: nobody has to sign in for it.
  const delivery = createDeliveryWork({
    database,
    putFile: (place, bytes) => channel.putFile(place, bytes),
    keptMs: configuration.jobs.retention.recordMs,
  });
  const jobs = createJobService({
    ...jobSettings,
    database,
    works: { ...withSignIn(works, channel, onDefect), delivery },
    speech,
    relayOf: relayOfPerson,
    onDefect,
  });
  const conversations = createConversations({
    database,
    jobs,
    speech,
    relayOf: relayOfPerson,
    memoryMs: configuration.jobs.retention.memoryMs,
    onDefect,
  });
  let stopping = false;
  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      logger.error({ name: (error as Error).name }, "request failed");
      response.writeHead(500).end();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://bot").pathname;
    if (request.method === "GET" && path === "/api/health") return void health(response);
    if (request.method !== "POST" || path !== "/api/messages") return void response.writeHead(404).end();
    // Whatever is wrong with a body, the channel says it: what was not read cannot have a good token.
    const activity = parsed(await readBody(request, largestBody));
    const { status, body } = await channel.receive(authorizationOf(request), activity);
    logger.info({ route: path, status }, "activity");
    if (body === undefined) response.writeHead(status).end();
    else json(response, status, body);
  }

  /** 503 when nothing can be noted: whoever balances load sends what comes in to another node. */
  function health(response: ServerResponse): void {
    const { database: state, running } = jobs.health();
    const status = stopping ? "stopping" : state === "ok" ? "ok" : "unavailable";
    json(response, status === "ok" ? 200 : 503, { status, database: state, jobs: running });
  }

  server.requestTimeout = longestRequestMs;
  server.keepAliveTimeout = idleConnectionMs;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(configuration.port, configuration.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  jobs.start();
  return {
    url: `http://${configuration.host}:${port}`,
    async stop() {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Other nodes have the jobs at once; what comes in until the last connection closed is noted for them.
      await Promise.all([jobs.stop(), conversations.stop()]);
      await closed;
      await ownDatabase?.close();
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

/** The body as JSON; undefined for what is none. */
function parsed(body: Buffer | undefined): unknown {
  try {
    return body === undefined ? undefined : (JSON.parse(body.toString("utf8")) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
