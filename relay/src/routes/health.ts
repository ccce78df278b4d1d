import { Hono } from "hono";
import { isOutOfOrder } from "../audit/audit-watch";
import { relayVersion } from "../config/relay-version";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/** What the relay leads to: the one server of the environment, connections of the upstreams file, or nothing. */
function upstreamKind({ upstream, connections }: RelayServices["config"]): string {
  if (upstream !== undefined) return "openai";
  return connections === undefined || connections.upstreams.size === 0 ? "offline" : "connections";
}

/** How much is switched off; nodes that know nothing yet let nothing through. A load balancer has nothing to do about it. */
function whatIsOff(killSwitch: RelayServices["killSwitch"]): "none" | "some" | "whole" | "unknown" {
  if (!killSwitch.known()) return "unknown";
  const thrown = killSwitch.thrown();
  if (thrown.some(({ subject }) => subject.scope === "whole")) return "whole";
  return thrown.length === 0 ? "none" : "some";
}

/**
 * GET /api/health: alive, which version, which kind of upstream, how much is switched off, whether people sign in, whether
 * the database answers and the audit can be written. 503 when the server stops ("stopping"), and when no step can be put on
 * record ("unavailable"). No address, no key, no model name.
 */
export function healthRoutes(services: RelayServices): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().get("/", (context) => {
    context.header("Cache-Control", "no-store");
    const state = services.auditState();
    const status = services.isStopping() ? "stopping" : isOutOfOrder(state) ? "unavailable" : "ok";
    return context.json(
      {
        status,
        version: relayVersion,
        upstream: upstreamKind(services.config),
        switchedOff: whatIsOff(services.killSwitch),
        database: state.database,
        ...(state.chain === undefined ? {} : { audit: state.chain }),
        signIn: services.config.entra === undefined ? "development" : "entra",
      },
      status === "ok" ? 200 : 503,
    );
  });
}
