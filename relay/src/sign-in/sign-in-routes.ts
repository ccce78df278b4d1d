import { GenaiError } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/**
 * GET /api/sign-in: how people sign in to this relay; needs no token, since it says where to get one, and holds no secret.
 * `{ mode: "development" }`, or `{ mode: "entra", clientId, authority, scopes }`.
 */
export function signInRoutes({ config, ownHosts }: Pick<RelayServices, "config" | "ownHosts">): Hono<RelayEnvironment> {
  const { entra } = config;
  return new Hono<RelayEnvironment>().get("/", (context) => {
    if (!ownHosts().has(context.req.header("host")?.toLowerCase() ?? "")) {
      throw new GenaiError("forbidden", "the request was addressed to another site");
    }
    context.header("Cache-Control", "no-store");
    if (entra === undefined) return context.json({ mode: "development" });
    const { clientId, authority, tenantIds, scopeToAskFor } = entra;
    // With several tenants people choose theirs by the address they type in.
    const home = tenantIds.length === 1 ? tenantIds[0]! : "organizations";
    return context.json({ mode: "entra", clientId, authority: `${authority}/${home}`, scopes: [scopeToAskFor] });
  });
}
