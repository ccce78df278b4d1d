import { ConfigurationError } from "../config/configuration-error";
import type { RelayConfig } from "../config/relay-config";

const loopbackHosts = new Set(["localhost", "127.0.0.1", "::1"]);

/**
 * Without sign-in the relay is for the person at this machine only. Everything else has to be asked for by name, and
 * then the origin people open must be told, because without it neither Host nor Origin could be checked.
 */
export function checkExposure(config: Pick<RelayConfig, "host" | "allowRemote" | "publicOrigin">): void {
  const beyondLoopback = !loopbackHosts.has(config.host) || config.publicOrigin !== undefined;
  if (!beyondLoopback) return;
  if (!config.allowRemote) {
    throw new ConfigurationError(
      "this relay has no sign-in and therefore serves this machine only: set RELAY_ALLOW_REMOTE=1 if something in front of it signs people in",
    );
  }
  if (config.publicOrigin === undefined) {
    throw new ConfigurationError(
      "RELAY_ALLOW_REMOTE needs RELAY_PUBLIC_ORIGIN, the address people open, such as https://genai.example.go.jp",
    );
  }
}

/** The one line printed at start that says who can reach the relay. */
export function exposureNotice(config: Pick<RelayConfig, "allowRemote" | "publicOrigin">): string {
  return config.allowRemote && config.publicOrigin !== undefined
    ? `No sign-in: everyone who reaches ${config.publicOrigin} can use this relay. Put a sign-in in front of it.`
    : "Development mode without sign-in: this machine only.";
}

/** Host names with port under which this relay may be addressed. */
export function ownHosts(config: Pick<RelayConfig, "publicOrigin">, port: number): Set<string> {
  const names = ["localhost", "127.0.0.1", "[::1]"];
  const hosts = new Set(names.map((name) => `${name}:${port}`));
  // Clients leave a scheme's own port out.
  if (port === 80 || port === 443) for (const name of names) hosts.add(name);
  if (config.publicOrigin !== undefined) hosts.add(new URL(config.publicOrigin).host);
  return hosts;
}
