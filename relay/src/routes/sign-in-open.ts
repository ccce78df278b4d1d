import { GenaiError } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import type { SignInSettings } from "../config/upstream-settings";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { ownAddress } from "./own-address";
import { signInPagePath } from "./sign-in-page";

/**
 * GET /api/connections/open/:name?to=ADDRESS: leads a dialog on to the page of a sign-in. A dialog of Office may only be
 * opened with a page of the pane's own origin (Office dialog error 12004); from there it may go on. It goes nowhere but to
 * the authorization page of the sign-in that is named, as `start` asks for it: our client, a code with proof key, back to our
 * own callback. So the relay is no open redirector.
 */
export function signInOpenRoutes({ config, connections, ownHosts }: RelayServices): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().get("/:name", (context) => {
    if (!ownHosts().has(context.req.header("host")?.toLowerCase() ?? "")) {
      throw new GenaiError("forbidden", "the request was addressed to another site");
    }
    context.header("Cache-Control", "no-store");
    const settings = connections.table.settings.get(context.req.param("name"));
    if (settings === undefined) throw new GenaiError("not-found", "no sign-in of that name");
    const to = context.req.query("to") ?? "";
    // The parser would pass over line breaks and NUL instead of refusing them.
    const page = !/[\p{Cc}]/u.test(to) && URL.canParse(to) ? new URL(to) : undefined;
    const callback = ownAddress(context, config) + signInPagePath;
    if (
      page === undefined ||
      !isAuthorizationPage(page, new URL(settings.domain)) ||
      !isRequestOf(settings, callback, page.searchParams)
    ) {
      throw new GenaiError("bad-request", "not the page of that sign-in");
    }
    return context.redirect(page.href, 302);
  });
}

function isAuthorizationPage(to: URL, domain: URL): boolean {
  const path = `${domain.pathname.replace(/\/+$/, "")}/oauth2/authorize`;
  const bare = to.username === "" && to.password === "" && to.hash === "";
  return to.origin === domain.origin && to.pathname === path && bare;
}

/** True when the parameters are those that a sign-in of these settings is started with, each once, and no others. */
function isRequestOf(settings: SignInSettings, callback: string, parameters: URLSearchParams): boolean {
  const { clientId, scopes, identityProvider } = settings;
  const fixed: Record<string, string> = {
    response_type: "code",
    client_id: clientId,
    redirect_uri: callback,
    scope: scopes.join(" "),
    code_challenge_method: "S256",
    ...(identityProvider === undefined ? {} : { identity_provider: identityProvider }),
  };
  const random = ["state", "nonce", "code_challenge"];
  const names = [...Object.keys(fixed), ...random];
  return (
    [...parameters].length === names.length &&
    Object.entries(fixed).every(([name, value]) => parameters.get(name) === value) &&
    random.every((name) => /^[\w-]{1,256}$/.test(parameters.get(name) ?? ""))
  );
}
