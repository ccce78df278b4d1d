import { GenaiError } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/**
 * GET /api/connections/open/:name?to=ADDRESS: leads a dialog on to the page of a sign-in. A dialog of Office may only be
 * opened with a page of the pane's own origin (Office dialog error 12004); from there it may go on. It goes nowhere but to
 * the authorization page of the sign-in that is named, so that the relay is no open redirector.
 */
export function signInOpenRoutes({ connections, ownHosts }: RelayServices): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().get("/:name", (context) => {
    if (!ownHosts().has(context.req.header("host")?.toLowerCase() ?? "")) {
      throw new GenaiError("forbidden", "the request was addressed to another site");
    }
    context.header("Cache-Control", "no-store");
    const settings = connections.table.settings.get(context.req.param("name"));
    if (settings === undefined) throw new GenaiError("not-found", "no sign-in of that name");
    const to = context.req.query("to") ?? "";
    const page = URL.canParse(to) ? new URL(to) : undefined;
    if (page === undefined || !isAuthorizationPage(page, new URL(settings.domain))) {
      throw new GenaiError("bad-request", "not the page of that sign-in");
    }
    return context.redirect(page.href, 302);
  });
}

function isAuthorizationPage(to: URL, domain: URL): boolean {
  const path = `${domain.pathname.replace(/\/+$/, "")}/oauth2/authorize`;
  return to.origin === domain.origin && to.pathname === path && to.username === "" && to.password === "";
}
