import { readFileSync } from "node:fs";

/** How the bot is run; read from the environment once. */
export interface BotConfiguration {
  host: string;
  port: number;
  /** Address of the relay, e.g. "http://127.0.0.1:3000". */
  relayUrl: string;
  credentials: { appId: string; appPassword: string; tenantId: string } | undefined;
}

/** A setting that is missing or wrong: one line for the administrator. */
export class ConfigurationError extends Error {}

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/**
 * Reads BOT_HOST, BOT_PORT, RELAY_URL, MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD_FILE, MICROSOFT_APP_TENANT_ID.
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
  return { host, port, relayUrl, credentials };
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
