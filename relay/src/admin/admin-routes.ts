import { GenaiError } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import * as v from "valibot";
import { callerOf } from "../policy/caller";
import { readJsonBody } from "../routes/read-json-body";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { createAdminGuard } from "./admin-guard";
import { auditRoutes } from "./audit-routes";
import { makeCsrfToken } from "./csrf-token";
import { killSwitchRoutes } from "./kill-switch-routes";
import { parseRequest } from "./parse-request";
import { endpointsOf } from "./reachability/endpoints";
import { createReachability } from "./reachability/reachability";
import { adminSettings } from "./settings-view";
import type { AdminSession } from "./shapes";
import { adminStatus } from "./status";
import { parseUsageQuestion } from "./usage-question";
import { createUsageReports } from "./usage-reports";

const noFields = v.strictObject({});

/** /api/admin: what the administration sees and does; shapes and roles are in shapes.ts. */
export function adminRoutes(services: RelayServices): Hono<RelayEnvironment> {
  const { audit, config, connections, csrfSecret: secret, database, nodeReports } = services;
  const guard = createAdminGuard(services, secret);
  const usageReports = database === undefined ? undefined : createUsageReports(database);
  const reachability = createReachability(endpointsOf(config.catalogue.models, connections));

  return new Hono<RelayEnvironment>()
    .get("/session", guard.allow("viewer"), async (context) => {
      const caller = callerOf(context);
      const { adminMinutes } = services.settings().sessions;
      const { token, expires } = await makeCsrfToken(secret, caller.id, Date.now() + adminMinutes * 60_000);
      return context.json<AdminSession>({
        pseudonym: caller.pseudonym,
        ...(caller.section === undefined ? {} : { section: caller.section }),
        roles: [...caller.roles],
        development: services.verifyToken === undefined,
        displayName: services.settings().displayName ?? config.displayName,
        csrfToken: token,
        csrfExpires: new Date(expires).toISOString(),
      });
    })
    .get("/status", guard.allow("viewer"), async (context) =>
      context.json(await adminStatus(services, { nodes: nodeReports, reachability })),
    )
    .post("/reachability", guard.allow("viewer"), async (context) => {
      parseRequest(noFields, await readJsonBody(context.req.raw, 1024));
      await audit.recordAdminAct(callerOf(context).pseudonym, "reachability", {});
      return context.json(await reachability.look());
    })
    .get("/usage", guard.allow("viewer"), async (context) => {
      const question = parseUsageQuestion(context.req.query());
      if (usageReports === undefined) throw new GenaiError("unavailable", "this relay has no database");
      if (services.auditState().database === "unreachable")
        throw new GenaiError("unavailable", "the database does not answer", { retryable: true });
      return context.json(await usageReports.report(question, services.settings().limits.exchangeRates));
    })
    .get("/settings", guard.allow("viewer"), (context) => context.json(adminSettings(services)))
    .route("/kill-switch", killSwitchRoutes(services, guard))
    .route("/audit", auditRoutes(services, guard));
}
