import { ConfigurationError } from "@genai-office/shared/database";
import type { RelayConfig } from "../config/relay-config";

const loopbackHosts = new Set(["localhost", "127.0.0.1", "::1"]);

type Exposure = Pick<RelayConfig, "host" | "publicOrigin" | "entra" | "tls" | "tlsElsewhere">;

/**
 * Without sign-in the relay is for the person at this machine only; there is no way around that. With sign-in it may be
 * reached from elsewhere, if the origin people open is told, because without it neither Host nor Origin could be checked,
 * and if tokens and texts travel encrypted.
 * @throws ConfigurationError
 */
export function checkExposure(config: Exposure): void {
  const beyondLoopback = !loopbackHosts.has(config.host) || config.publicOrigin !== undefined;
  if (!beyondLoopback) return;
  if (config.entra === undefined) {
    throw new ConfigurationError(
      "this relay has no sign-in and therefore serves this machine only: set ENTRA_TENANT_ID, ENTRA_AUDIENCE and ENTRA_CLIENT_ID to let others use it",
    );
  }
  if (config.publicOrigin === undefined) {
    throw new ConfigurationError(
      "RELAY_HOST beyond this machine needs RELAY_PUBLIC_ORIGIN, the address people open, such as https://genai.example.go.jp",
    );
  }
  if (!config.publicOrigin.startsWith("https://")) {
    throw new ConfigurationError("RELAY_PUBLIC_ORIGIN must be an https origin: tokens and texts travel to it");
  }
  if (config.tls === undefined && !config.tlsElsewhere) {
    throw new ConfigurationError(
      "beyond this machine the relay needs RELAY_TLS_KEY_FILE and RELAY_TLS_CERT_FILE, or RELAY_TLS_ELSEWHERE=1 when something in front of it ends TLS",
    );
  }
}

/** The one line printed at start that says who can reach the relay. */
export function exposureNotice(config: Pick<RelayConfig, "publicOrigin" | "entra">): string {
  if (config.entra === undefined) return "Development mode without sign-in: this machine only.";
  return config.publicOrigin === undefined
    ? "People sign in with Entra; this machine only."
    : `People sign in with Entra; open ${config.publicOrigin}.`;
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
