import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { TokenRatios } from "@genai-office/shared/models";
import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import { createNodeReports } from "../admin/node-reports";
import { sharedSecret } from "../admin/shared-secret";
import { ConfigurationError, createDatabase, type Database } from "@genai-office/shared/database";
import type { RelayConfig } from "../config/relay-config";
import { isSecureAddress } from "../config/upstreams-schema";
import { createAudit, noAudit } from "../audit/audit";
import { createAuditWatch } from "../audit/audit-watch";
import { createKillSwitch } from "../kill-switch/kill-switch";
import { targetOf } from "../kill-switch/switch";
import { databaseSwitchStore, memorySwitchStore } from "../kill-switch/switch-store";
import { createDailyUsage } from "../limits/daily-usage";
import { createLimits } from "../limits/limits";
import { databaseUsageStore, memoryUsageStore } from "../limits/usage-store";
import { describeError } from "../logging/describe-error";
import { createLogger, type Logger } from "../logging/logger";
import { measuredRunner } from "../models/measured-runner";
import { checkExposure, ownHosts } from "../policy/exposure";
import { createRefusalRecord } from "../run/refusal-record";
import { createSigningKeys } from "../sign-in/signing-keys";
import { createTokenVerifier } from "../sign-in/verify-token";
import { sectionCatalogue } from "../settings/effective-catalogue";
import { SettingsFault } from "../settings/settings-fault";
import { createSettingsSource } from "../settings/settings-source";
import { createOpenStreams } from "../streams/open-streams";
import { connectedCatalogue } from "../upstreams/connections/connected-catalogue";
import { createConnections } from "../upstreams/connections/connections";
import { createRunners } from "../upstreams/create-runners";
import { closeServers } from "./close-servers";
import { createApplication } from "./create-application";
import { listen, type ListeningServer } from "./listen";
import { stopInTime } from "./stop-in-time";

/**
 * How long a connection without a request stays open. Longer than the minute that reverse proxies keep theirs: one that
 * is closed in the moment it is used again loses a request that nobody may repeat.
 */
const idleConnectionMs = 75_000;

/** How long clients may take to read what was written to them at the very end. Milliseconds. */
const flushMs = 1000;

/** How long the parts may take that write what is left, each and together, once nothing runs any more. Milliseconds. */
const longest = { refusals: 1_000, counts: 3_000, audit: 5_500, database: 3_000, all: 9_000 };

export interface Relay {
  /** Its database, for a bot in the same process; to be left alone once the relay was told to stop. */
  readonly database: Database | undefined;
  /** Answers a request without a socket. */
  fetch(request: Request): Promise<Response>;
  /** Listens; returns the port, which matters when the configuration says 0. Throws PortInUseError. */
  start(): Promise<{ port: number }>;
  /**
   * Begins nothing new, lets running streams go on for the grace time, then ends each with "unavailable". Resolves within the
   * grace time and some ten seconds, also while the database hangs; what could not be written is in the log then.
   */
  stop(): Promise<void>;
}

export interface RelayOptions {
  /** Where log lines go; standard output when left out. */
  logger?: Logger;
  /** Told once when the database cannot be used as it is (another version): no step will run until somebody mends that. */
  onUnusable?(error: ConfigurationError): void;
}

/**
 * Makes a relay. Nothing listens and nothing is requested until `start`.
 * @throws ConfigurationError when the configuration cannot be used
 */
export function createRelay(config: RelayConfig, options: RelayOptions = {}): Relay {
  checkExposure(config);
  const connections = createConnections(config);
  const catalogue = connectedCatalogue(config.catalogue, connections);
  const logger = options.logger ?? createLogger(config.logLevel);
  const openStreams = createOpenStreams();
  let listening: ListeningServer | undefined;
  let stopped: Promise<void> | undefined;
  let hosts = ownHosts(config, config.port);

  const runners = createRunners({ catalogue }, connections);
  const ratios = new TokenRatios();
  const database = config.database === undefined ? undefined : createDatabase(config.database);
  const keys =
    config.entra === undefined
      ? undefined
      : createSigningKeys(config.entra, {
          onFailure: (tenant, error) =>
            logger.warn({ tenant, error: (error as Error).name }, "keys of the login service could not be fetched"),
        });
  const settings = createSettingsSource({
    ...(config.settingsFile === undefined ? {} : { file: config.settingsFile }),
    catalogue: config.catalogue,
    logger,
  });
  const audit =
    database === undefined
      ? noAudit
      : createAudit(database, logger, { keptDays: () => settings.current().retention.auditDays });
  const refusals = createRefusalRecord(audit);
  const auditWatch = createAuditWatch({
    database,
    logger,
    ...(options.onUnusable === undefined ? {} : { onUnusable: options.onUnusable }),
  });
  const usage = createDailyUsage({
    store: database === undefined ? memoryUsageStore() : databaseUsageStore(database),
    keptDays: () => settings.current().retention.usageDays,
    onFailure: (thrown) =>
      logger.warn({ error: describeError(asGenaiError(thrown)) }, "use could not be counted in the database"),
  });
  const killSwitch = createKillSwitch({
    store: database === undefined ? memorySwitchStore() : databaseSwitchStore(database),
    onThrown: (isConcerned) => {
      const ended = openStreams.endThose(isConcerned, new GenaiError("switched-off", "switched off while it ran"));
      if (ended > 0) logger.warn({ ended }, "streams ended because they were switched off");
    },
    onFailure: (thrown) =>
      logger.warn({ error: describeError(asGenaiError(thrown)) }, "what is switched off could not be read or written"),
    onStored: ({ subject, by }) =>
      logger.warn(
        { person: by, scope: subject.scope, target: targetOf(subject) },
        "what was switched off on this node only is stored now, and off on all nodes",
      ),
  });
  const nodeReports = createNodeReports({
    database,
    settingsVersion: () => settings.current().version,
    onFailure: (thrown) =>
      logger.warn({ error: describeError(asGenaiError(thrown)) }, "the node could not tell that it is there"),
  });
  const csrfSecret = sharedSecret("csrf", database);
  const application = createApplication({
    config: { ...config, catalogue },
    connections,
    ...(database === undefined ? {} : { database }),
    audit,
    auditState: () => auditWatch.state(),
    refusals,
    logger,
    openStreams,
    appsFor: runners.appsFor,
    runnerFor: (card, caller) => measuredRunner(runners.runnerFor(card, caller), card, ratios),
    ratios,
    settings: settings.current,
    settingsSource: settings,
    catalogueFor: sectionCatalogue(catalogue, settings.current),
    listedModels: config.catalogue.models,
    nodeReports,
    csrfSecret,
    killSwitch,
    limits: createLimits({ settings: settings.current, usage }),
    ...(config.entra === undefined || keys === undefined
      ? {}
      : { verifyToken: createTokenVerifier(config.entra, keys) }),
    ownHosts: () => hosts,
    isStopping: () => stopped !== undefined,
  });
  const respond = async (request: Request, bindings?: unknown): Promise<Response> =>
    application.fetch(request, bindings as HttpBindings | undefined);

  function createServer(): Server {
    // The process may hold other servers and clients: its global Request and Response are left as they are.
    const answer = getRequestListener(respond, { overrideGlobalObjects: false });
    const listener: RequestListener = (incoming, outgoing) => void answer(incoming, outgoing);
    const server = config.tls === undefined ? createHttpServer(listener) : createHttpsServer(config.tls, listener);
    server.keepAliveTimeout = idleConnectionMs;
    return server;
  }

  return {
    database,
    fetch: (request) => respond(request),
    async start() {
      await settings.load().catch((thrown: unknown) => {
        if (!(thrown instanceof SettingsFault)) throw thrown;
        throw new ConfigurationError(`SETTINGS_FILE ${config.settingsFile ?? ""}: ${thrown.message}`);
      });
      database?.claim();
      try {
        listening = await listen(createServer, config.host, config.port);
      } catch (thrown) {
        await database?.close();
        throw thrown;
      }
      // Health is answered meanwhile; what needs the database waits for it, and begins anew after a failure.
      auditWatch.start();
      audit.start();
      settings.start();
      killSwitch.start();
      usage.start();
      nodeReports.start();
      // Should the database not answer yet, it is asked again when the first one needs the secret.
      void csrfSecret().catch(() => undefined);
      hosts = ownHosts(config, listening.port);
      // The first request need not wait for them; a login service that is away does not keep the relay from starting.
      void keys?.warm();
      const { upstream } = config;
      if (upstream?.keyFile !== undefined && !isSecureAddress(upstream.baseUrl)) {
        logger.warn({ setting: "GENAI_UPSTREAM_URL" }, "the key of the model server goes over plain http");
      }
      logger.info(connectedModels(config.catalogue, catalogue), "models that can be reached");
      logger.info({ host: config.host, port: listening.port, tls: config.tls !== undefined }, "relay listens");
      return { port: listening.port };
    },
    stop() {
      stopped ??= (async () => {
        logger.info({ openStreams: openStreams.size }, "relay stops");
        database?.giveUpOpening();
        const closing = config.shutdownGraceMs + 2 * flushMs;
        const close = () =>
          closeServers(listening?.servers ?? [], openStreams.drain(config.shutdownGraceMs), flushMs).then(() => {
            for (const part of [auditWatch, settings, killSwitch]) part.stop();
            const lost = killSwitch.thrown().filter(({ pending }) => pending === true);
            for (const { subject, by } of lost)
              logger.error(
                { person: by, scope: subject.scope, target: targetOf(subject) },
                "a switch was never stored",
              );
          });
        await stopInTime(
          [
            [{ name: "servers", stop: close, longestMs: closing + flushMs }],
            // Hands its entries over to the audit, which writes them.
            [{ name: "refusals", stop: () => refusals.close(), longestMs: longest.refusals }],
            [
              { name: "node", stop: () => nodeReports.stop(), longestMs: longest.counts },
              { name: "usage", stop: () => usage.stop(), longestMs: longest.counts },
              { name: "audit", stop: () => audit.close(), longestMs: longest.audit },
            ],
            [{ name: "database", stop: async () => database?.close(), longestMs: longest.database }],
          ],
          closing + longest.all,
          logger,
        );
      })();
      return stopped;
    },
  };
}

/** How many of how many, and which not: an administrator sees at a glance what a misspelt connection hides. */
function connectedModels(listed: ModelCatalogue, reached: ModelCatalogue): object {
  const ids = new Set(reached.models.map(({ id }) => id));
  const unconnected = listed.models.map(({ id }) => id).filter((id) => !ids.has(id));
  return {
    connected: reached.models.length,
    listed: listed.models.length,
    ...(unconnected.length === 0 ? {} : { unconnected }),
  };
}
