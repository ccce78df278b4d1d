import { Hono } from "hono";
import { relayVersion } from "../config/relay-version";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/** GET /api/health: alive, which version, which kind of upstream. No address, no key, no model name. */
export function healthRoutes(services: RelayServices): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().get("/", (context) => {
    context.header("Cache-Control", "no-store");
    const stopping = services.isStopping();
    return context.json(
      {
        status: stopping ? "stopping" : "ok",
        version: relayVersion,
        upstream: services.config.upstream === undefined ? "offline" : "openai",
      },
      stopping ? 503 : 200,
    );
  });
}
