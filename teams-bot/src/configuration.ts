import { readFileSync } from "node:fs";
import { ConfigurationError, type DatabaseSettings } from "@genai-office/shared/database";
import type { ChannelService } from "./channel";
import { readJobConfiguration, type JobConfiguration } from "./job-configuration";
import type { RelayAccess } from "./relay-sign-in";

export { ConfigurationError } from "@genai-office/shared/database";

/** How the bot is run; read from the environment once. */
export interface BotConfiguration {
  host: string;
  port: number;
  /** Address of the relay, e.g. "http://127.0.0.1:3000". */
  relayUrl: string;
  credentials: { appId: string; appPassword: string; tenantId: string } | undefined;
  /** Tenants beside the bot's own whose people may write to it; lower case. */
  tenantIds: readonly string[];
  /** Hosts beside those of Teams that the bot may post to. */
  serviceHosts: readonly string[];
  /** How it gets tokens for the relay; undefined for a relay without sign-in. */
  relayAccess: RelayAccess | undefined;
  /** Where it keeps its state, unless a database is handed to it. */
  database: DatabaseSettings;
  jobs: JobConfiguration;
  /** Another service between Teams and the bot than Microsoft's public one; in tests. */
  channelService?: ChannelService;
}

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/**
 * Reads BOT_HOST, BOT_PORT, RELAY_URL, MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD_FILE, MICROSOFT_APP_TENANT_ID,
 * BOT_TENANT_IDS, BOT_SERVICE_HOSTS, RELAY_AUDIENCE, RELAY_SCOPE, BOT_SSO_RESOURCE, BOT_SSO_CONNECTION, ENTRA_AUTHORITY
 * (docs/security.md), and what job-configuration.ts reads.
 * Without an app id nothing that comes in is verified, so the bot then listens on loopback only and refuses to run
 * in production.
 *
 * @throws ConfigurationError
 */
export function readConfiguration(environment: Record<string, string | undefined>): BotConfiguration {
  const host = environment["BOT_HOST"] ?? "127.0.0.1";
  const port = Number(environment["BOT_PORT"] ?? "3978");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigurationError("BOT_PORT must be a port number.");
  const relayUrl = environment["RELAY_URL"] ?? "http://127.0.0.1:3000";
  if (!URL.canParse(relayUrl))
    throw new ConfigurationError("RELAY_URL must be an address, e.g. http://127.0.0.1:3000.");
  const credentials = readCredentials(environment);
  if (credentials === undefined && (!loopback.has(host) || environment["NODE_ENV"] === "production"))
    throw new ConfigurationError(
      "MICROSOFT_APP_ID is not set: without it nobody's messages can be verified, so the bot only runs on loopback and not with NODE_ENV=production.",
    );
  return {
    host,
    port,
    relayUrl,
    credentials,
    tenantIds: list(environment["BOT_TENANT_IDS"]).map((id) => id.toLowerCase()),
    serviceHosts: list(environment["BOT_SERVICE_HOSTS"]),
    relayAccess: readRelayAccess(environment, credentials, relayUrl),
    ...readJobConfiguration(environment),
  };
}

function list(value: string | undefined): string[] {
  return (value ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
}

function readRelayAccess(
  environment: Record<string, string | undefined>,
  credentials: BotConfiguration["credentials"],
  relayUrl: string,
): RelayAccess | undefined {
  const audience = environment["RELAY_AUDIENCE"];
  const resource = environment["BOT_SSO_RESOURCE"];
  if (audience === undefined || audience === "") {
    if (resource !== undefined) throw new ConfigurationError("BOT_SSO_RESOURCE is set, but RELAY_AUDIENCE is not.");
    return undefined;
  }
  if (credentials === undefined)
    throw new ConfigurationError("RELAY_AUDIENCE needs MICROSOFT_APP_ID: the bot signs in to the relay as that.");
  const { protocol, hostname } = new URL(relayUrl);
  if (protocol !== "https:" && !loopback.has(hostname.replace(/^\[|\]$/g, "")))
    throw new ConfigurationError("RELAY_URL must be an https address when RELAY_AUDIENCE is set: tokens go there.");
  const login = environment["ENTRA_AUTHORITY"] ?? "https://login.microsoftonline.com";
  if (!URL.canParse(login) || new URL(login).protocol !== "https:")
    throw new ConfigurationError("ENTRA_AUTHORITY must be an https address.");
  return {
    audience: audience.replace(/\/+$/, ""),
    scope: environment["RELAY_SCOPE"] ?? "GenAI.Use",
    authority: `${new URL(login).origin}/${credentials.tenantId}`,
    ...(resource === undefined
      ? {}
      : { personal: { resource, connectionName: environment["BOT_SSO_CONNECTION"] ?? "genai" } }),
  };
}

function readCredentials(environment: Record<string, string | undefined>): BotConfiguration["credentials"] {
  const appId = environment["MICROSOFT_APP_ID"];
  if (appId === undefined || appId === "") return undefined;
  const file = environment["MICROSOFT_APP_PASSWORD_FILE"];
  const tenantId = environment["MICROSOFT_APP_TENANT_ID"];
  if (file === undefined || tenantId === undefined)
    throw new ConfigurationError(
      "With MICROSOFT_APP_ID also set MICROSOFT_APP_PASSWORD_FILE and MICROSOFT_APP_TENANT_ID.",
    );
  try {
    return { appId, appPassword: readFileSync(file, "utf8").trim(), tenantId };
  } catch (error) {
    throw new ConfigurationError(
      `MICROSOFT_APP_PASSWORD_FILE cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"}).`,
    );
  }
}
