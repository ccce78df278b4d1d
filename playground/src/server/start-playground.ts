import { basename, dirname, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import {
  closeServers,
  ConfigurationError,
  createRelay,
  listen,
  PortInUseError,
  readEnvironment,
  type DatabaseSettings,
  type Environment,
  type ListeningServer,
  type Logger,
  type Relay,
  type RelayConfig,
} from "@genai-office/relay";
import { microsoftAjaxScript, outlookScriptsFolder } from "@genai-office/office-host/outlook/scripts";
import { writeWordProxies } from "@genai-office/office-host/proxies";
import { startExampleApp, type ExampleAppServer } from "../example-apps/example-app-server";
import { withExampleApps } from "../example-apps/example-connections";
import { createTeamsPlace, type TeamsPlace } from "../teams/teams-place";
import { buildWhenStale } from "./build-when-stale";
import { localCertificate } from "./certificate";
import { withFreeData } from "./data-folders";
import { hostPageServer } from "./host-page";
import { playgroundLogger } from "./playground-logger";
import { upstreamNotices } from "./upstream-notice";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

export interface PlaygroundOptions {
  /** Where GENAI_UPSTREAM_*, MODELS_FILE, DISPLAY_NAME, PORT and HOST_PORT are read from. Default: nothing is set. */
  environment?: Environment;
  /** Port of the panes; 0 takes any free one. Default: PORT, or 8443 and up. */
  panePort?: number;
  /** Port of the page that plays Office; 0 takes any free one. Default: HOST_PORT, or the pane's port + 1. */
  hostPort?: number;
  /** False leaves the built pages as they are. Default: true. */
  build?: boolean;
  /** Folder of the built pages. Default: dist of the repository. */
  builtFolder?: string;
  /** Folder for certificate, log and database. Default: .local of the repository. */
  localFolder?: string;
  /** How long the slow example app works. Milliseconds; default: long enough to see the wait. */
  exampleWorkMs?: number;
  /** Where the relay logs to. Default: playground.log in the local folder. */
  logger?: Logger;
  /** Further settings of the relay, for tests and measures (timers, for example). */
  relay?: Partial<RelayConfig>;
  /** Says one line to the person at the terminal. Default: nowhere. */
  say?(line: string): void;
}

export interface Playground {
  /** Address to open, e.g. "https://localhost:8444". */
  hostUrl: string;
  /** Origin of the panes, e.g. "https://localhost:8443". */
  paneUrl: string;
  relay: Relay;
  stop(): Promise<void>;
}

/**
 * Starts the suite without Microsoft 365: the relay with the panes on one https port of localhost, the page that plays
 * Office on another, so that they share neither thread nor document nor storage.
 * @throws ConfigurationError, PortInUseError (only for ports that were asked for), BuildFailedError
 */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const environment = options.environment ?? {};
  const say = options.say ?? (() => undefined);
  const localFolder = options.localFolder ?? join(repository, ".local");
  const builtFolder = options.builtFolder ?? join(repository, "dist");
  const pairs = portPairs(options, environment);
  // Settings first: who misspelt one should not wait for a build.
  const settings = relaySettings(environment);
  if (options.build !== false) await buildWhenStale({ repository, localFolder, say });
  const certificate = await localCertificate(localFolder);
  // Members that the office.js of npm, frozen in 2022, lacks; in a folder of its own, beside nothing that is private.
  const proxies = await writeWordProxies(join(localFolder, "office-host"));
  // Who has connected nothing finds an AI app of ours to try, which says what it is.
  const examples = isUnconnected(settings, options.relay) ? await startExampleApp(options.exampleWorkMs) : undefined;
  const logger = options.logger ?? playgroundLogger(localFolder, settings.logLevel);

  for (const [index, pair] of pairs.entries()) {
    try {
      const started = await withFreeData(environment, settings.database, localFolder, (database) =>
        startOn(pair, database),
      );
      if (index > 0)
        say(
          `Port ${pairs[0]!.panePort} or ${pairs[0]!.hostPort} is in use; ${pair.panePort} and ${pair.hostPort} are taken instead.`,
        );
      for (const notice of upstreamNotices(settings)) say(notice);
      if (examples !== undefined) say("No AI app is connected: 調べる offers two examples of this playground's own.");
      return started;
    } catch (error) {
      if (error instanceof PortInUseError && index < pairs.length - 1) continue;
      await examples?.stop();
      throw error;
    }
  }
  throw new ConfigurationError("no port was tried");

  async function startOn({ panePort, hostPort }: PortPair, database: DatabaseSettings): Promise<Playground> {
    let paneUrl = "";
    let teams: TeamsPlace = notYet;
    const createHost = hostPageServer(
      {
        root: join(builtFolder, "playground"),
        config: () => ({
          paneOrigin: paneUrl,
          wordPaneUrl: `${paneUrl}/word/taskpane.html`,
          outlookPaneUrl: `${paneUrl}/outlook/taskpane.html`,
          sampleUrl: "/samples/ministry-report.docx",
          teamsTabUrl: `${paneUrl}/teams/tab.html`,
          displayName: settings.displayName,
        }),
        teams: () => teams,
      },
      certificate,
    );
    const host = await listen(createHost, "localhost", hostPort);
    const hostUrl = `https://localhost:${host.port}`;
    try {
      const relay = createRelay(
        {
          ...settings,
          database,
          ...(examples === undefined ? {} : withExampleApps(settings, examples)),
          host: "localhost",
          port: panePort,
          tls: certificate,
          allowedOrigins: [hostUrl],
          frameAncestors: [hostUrl],
          officeJsUrl: "/office-js/office.js",
          officeScripts: [`/office-host/${basename(proxies)}`],
          officeScriptsOf: { outlook: [`/office-host/outlook/${microsoftAjaxScript}`] },
          folders: [
            { path: "/office-js/", directory: officeJsDirectory() },
            { path: "/office-host/outlook/", directory: outlookScriptsFolder },
            { path: "/office-host/", directory: dirname(proxies) },
          ],
          staticRoot: builtFolder,
          ...options.relay,
        },
        { logger },
      );
      const { port } = await relay.start();
      paneUrl = `https://localhost:${port}`;
      teams = createTeamsPlace({ relay, paneUrl, hostUrl, displayName: settings.displayName, logger });
      return { hostUrl, paneUrl, relay, stop: () => stopAll(host, relay, examples, teams) };
    } catch (error) {
      await closeServers(host.servers, Promise.resolve(0), 0);
      throw error;
    }
  }
}

/** A page that is asked for before the relay listens: the browser asks again. */
const notYet: TeamsPlace = {
  open: () => Promise.reject(new Error("the relay does not listen yet")),
  stop: () => Promise.resolve(),
};

async function stopAll(
  host: ListeningServer,
  relay: Relay,
  examples: ExampleAppServer | undefined,
  teams: TeamsPlace,
): Promise<void> {
  // The bot first: its jobs are in the relay's database, and go through the relay.
  await teams.stop();
  await Promise.all([relay.stop(), closeServers(host.servers, Promise.resolve(0), 1000), examples?.stop()]);
}

/** True when neither the environment nor the caller leads anywhere. */
function isUnconnected(settings: RelayConfig, more: Partial<RelayConfig> | undefined): boolean {
  return [settings.upstream, settings.connections, more?.connections, more?.upstream].every((one) => one === undefined);
}

/** The relay's settings, without those that the playground decides itself. */
function relaySettings(environment: Environment): RelayConfig {
  const decided = /^(RELAY_|OFFICE_JS_)/;
  return readEnvironment(Object.fromEntries(Object.entries(environment).filter(([name]) => !decided.test(name))));
}

interface PortPair {
  panePort: number;
  hostPort: number;
}

/** Pairs of ports to try, in order: one when ports were asked for, else several from 8443 on. */
function portPairs(options: PlaygroundOptions, environment: Environment): PortPair[] {
  const panePort = options.panePort ?? portFrom(environment, "PORT");
  const hostPort = options.hostPort ?? portFrom(environment, "HOST_PORT");
  if (panePort === undefined && hostPort === undefined) {
    return Array.from({ length: 20 }, (_, index) => ({ panePort: 8443 + 2 * index, hostPort: 8444 + 2 * index }));
  }
  const pane = panePort ?? (hostPort === 8443 ? 8444 : 8443);
  const pair = { panePort: pane, hostPort: hostPort ?? (pane === 0 ? 0 : pane + 1) };
  if (pair.panePort === pair.hostPort && pair.panePort !== 0) {
    throw new ConfigurationError("PORT and HOST_PORT must differ: pane and host page need an origin each");
  }
  return [pair];
}

function portFrom(environment: Environment, name: string): number | undefined {
  const value = environment[name]?.trim();
  if (value === undefined || value === "") return undefined;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new ConfigurationError(`${name} must be a port, a whole number from 0 to 65535`);
}

/** The unmodified office.js of the npm package. */
function officeJsDirectory(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");
}
