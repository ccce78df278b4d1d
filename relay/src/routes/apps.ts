import { Hono } from "hono";
import { createAppLists } from "../apps/app-lists";
import { callerOf } from "../policy/caller";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/**
 * GET /api/apps: the services of AI apps and the apps this caller may run. A service that cannot be asked is listed with
 * the code of what is wrong, or with the sign-in it asks for; its apps are then missing.
 */
export function appRoutes(services: RelayServices): Hono<RelayEnvironment> {
  const lists = createAppLists(services);
  return new Hono<RelayEnvironment>().get("/", async (context) => {
    context.header("Cache-Control", "no-store");
    return context.json(await lists(callerOf(context), context.req.raw.signal));
  });
}
