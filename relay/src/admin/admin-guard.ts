import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import type { Context, MiddlewareHandler } from "hono";
import { describeError } from "../logging/describe-error";
import { callerOf, type AdminRole, type Caller } from "../policy/caller";
import { isOwnRequest } from "../policy/request-origin";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { isCsrfToken } from "./csrf-token";
import type { SharedSecret } from "./shared-secret";
import { csrfHeader } from "./shapes";

/** Who may use a route; `Caller.roles` says which roles somebody has. */
export interface AdminGuard {
  /** Lets in who has the role; a request that changes something also has to come from our own page, with its token. */
  allow(role: AdminRole): MiddlewareHandler<RelayEnvironment>;
}

type GuardServices = Pick<RelayServices, "ownHosts" | "audit" | "logger">;

/** Refused attempts of one person that are put on record within a minute; more would only fill the audit. */
const recordedRefusals = 20;
const refusalWindowMs = 60_000;

export function createAdminGuard(services: GuardServices, secret: SharedSecret): AdminGuard {
  const refusals = new Map<string, { since: number; count: number }>();

  /** A refusal is an act as well: who tries doors should be seen. */
  async function record(caller: Caller, context: Context<RelayEnvironment>, why: string): Promise<void> {
    const now = Date.now();
    for (const [person, { since }] of refusals) if (since <= now - refusalWindowMs) refusals.delete(person);
    const seen = refusals.get(caller.pseudonym) ?? { since: now, count: 0 };
    refusals.set(caller.pseudonym, { ...seen, count: seen.count + 1 });
    if (seen.count >= recordedRefusals) return;
    try {
      const details = { route: context.req.routePath, method: context.req.method, why };
      await services.audit.recordAdminAct(caller.pseudonym, "refused", details);
    } catch (thrown) {
      // The refusal stands, whether it can be put on record or not.
      services.logger.error({ error: describeError(asGenaiError(thrown)) }, "a refusal could not be put on record");
    }
  }

  /** Why a request is not let in; undefined when it is. */
  async function refusalOf(
    context: Context<RelayEnvironment>,
    caller: Caller,
    role: AdminRole,
  ): Promise<string | undefined> {
    if (!has(caller.roles, role)) return `role ${role}`;
    const changes = context.req.method !== "GET";
    if (!isOwnPage(context, services.ownHosts(), changes)) return "origin";
    if (!changes) return undefined;
    const token = context.req.header(csrfHeader);
    return (await isCsrfToken(secret, caller.id, token, Date.now())) ? undefined : "token";
  }

  return {
    allow: (role) => async (context, next) => {
      const caller = callerOf(context);
      const why = await refusalOf(context, caller, role);
      if (why !== undefined) {
        await record(caller, context, why);
        throw new GenaiError("forbidden", "the admin API does not let this request in");
      }
      context.header("Cache-Control", "no-store");
      await next();
    },
  };
}

/** Operators and officers may look at what viewers see; neither has what the other has. */
function has(roles: readonly AdminRole[], role: AdminRole): boolean {
  return role === "viewer" ? roles.length > 0 : roles.includes(role);
}

/**
 * Only our own origin: pages that are allowed to run steps from elsewhere (RELAY_ALLOWED_ORIGINS) have no business here. A
 * browser says where a change comes from, in one header at least; a change that says nothing is refused.
 */
function isOwnPage({ req }: Context<RelayEnvironment>, hosts: Set<string>, changes: boolean): boolean {
  const origin = req.header("origin");
  const fetchSite = req.header("sec-fetch-site");
  if (!isOwnRequest({ host: req.header("host"), origin, fetchSite }, hosts, [])) return false;
  if (fetchSite !== undefined && fetchSite !== "same-origin" && !(fetchSite === "none" && !changes)) return false;
  // The name people use and the loopback names are all ours, but a page of one has nothing to change at another.
  if (origin !== undefined && !sameHost(origin, req.header("host"))) return false;
  return !changes || origin !== undefined || fetchSite === "same-origin";
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}
