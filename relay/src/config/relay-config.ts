import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import type { AiAppSettings } from "../ai-app-server/ai-app-settings";
import type { DatabaseSettings } from "@genai-office/shared/database";
import type { EntraSettings } from "../sign-in/entra-settings";
import type { UpstreamsConfig } from "./upstream-settings";

/** An OpenAI-compatible server behind the relay. The key stays in its file; it is read again for every call. */
export interface UpstreamSettings {
  /** Base URL up to and including the version segment, e.g. "https://gateway.example/openai/v1". */
  baseUrl: string;
  /** File that holds the key, white space around it ignored; no key is sent when left out. */
  keyFile?: string;
  /** "Authorization" sends `Bearer KEY`; any other header sends the bare key. */
  keyHeader: string;
}

/** TLS material in PEM; absent when TLS ends in front of the relay. */
export interface TlsSettings {
  key: string;
  cert: string;
}

/** A folder under a path of its own. */
export interface ServedFolder {
  /** With a slash at both ends, e.g. "/office-js/". */
  path: string;
  directory: string;
}

/** Everything a relay needs to know; made by `readEnvironment`, or by hand in the playground and in tests. */
export interface RelayConfig {
  /** Address to bind; "localhost" binds both loopback addresses. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  tls?: TlsSettings;
  /** TLS ends in front of this relay; has to be said before it listens beyond loopback without TLS of its own. */
  tlsElsewhere: boolean;
  /** Sign-in of people; without it the relay is in development mode and serves this machine only. */
  entra?: EntraSettings;
  /** Origin that people open when it is not the loopback address itself, e.g. "https://genai.example.go.jp". */
  publicOrigin?: string;
  /** Other origins whose pages may call the API, e.g. the playground's host page. */
  allowedOrigins: string[];
  /** Who may embed the panes (CSP frame-ancestors). */
  frameAncestors: string[];
  displayName: string;
  /** Where the panes load office.js from: an absolute https URL, or a path of this server. */
  officeJsUrl: string;
  /** Addresses of further scripts that the panes load after office.js, in order. */
  officeScripts: string[];
  /** By folder of a pane (`outlook`): what this pane loads instead of `officeScripts`. */
  officeScriptsOf?: Readonly<Record<string, readonly string[]>>;
  /** Folders served unmodified beside the panes, e.g. a copy of office.js in a closed network. */
  folders: ServedFolder[];
  /** Folder of the built panes; without it the relay is an API only. */
  staticRoot?: string;
  catalogue: ModelCatalogue;
  /** The one OpenAI-compatible server that the environment names; for cards without an `upstream`. */
  upstream?: UpstreamSettings;
  /** Named connections; for cards with an `upstream`. */
  connections?: UpstreamsConfig;
  /** Settings of the ministry (docs/settings.md); the defaults hold without it. Read at the start and again when it changes. */
  settingsFile?: string;
  /** The tasks as AI apps for GENAI; none without it. */
  aiApps?: AiAppSettings;
  /** Where state is kept: audit, usage, switches. The environment always names one; without it nothing is put on record. */
  database?: DatabaseSettings;
  logLevel: LogLevel;
  /** Quiet time after which a stream carries a comment, so that proxies keep it open. Milliseconds. */
  heartbeatMs: number;
  /** How long a client may leave a stream unread before its upstream call is ended. Milliseconds. */
  stalledReaderMs: number;
  /** How long running streams may go on after the server was told to stop. Milliseconds. */
  shutdownGraceMs: number;
}

export const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof logLevels)[number];

export const officeJsCdnUrl = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * Pages of Microsoft 365 that embed task panes and tabs. No canonical list is published (office-js #1005),
 * so an administrator can replace it (RELAY_FRAME_ANCESTORS). Desktop Office does not embed: no entry is needed for it.
 */
export const officeFrameAncestors = [
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.officeapps.live.com",
  "https://*.outlook.com",
  "https://outlook.live.com",
  "https://*.sharepoint.com",
  "https://*.cloud.microsoft",
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
];

/** What holds when nothing is said. */
export const relayDefaults = {
  host: "127.0.0.1",
  port: 3000,
  tlsElsewhere: false,
  allowedOrigins: [] as string[],
  frameAncestors: officeFrameAncestors,
  displayName: "AIアシスト",
  officeJsUrl: officeJsCdnUrl,
  officeScripts: [] as string[],
  folders: [] as ServedFolder[],
  logLevel: "info" as LogLevel,
  heartbeatMs: 15_000,
  stalledReaderMs: 120_000,
  shutdownGraceMs: 5_000,
} satisfies Partial<RelayConfig>;
