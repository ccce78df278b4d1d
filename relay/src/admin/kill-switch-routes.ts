import { setTimeout as pause } from "node:timers/promises";
import { asGenaiError, GenaiError, taskNames } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import * as v from "valibot";
import type { KillSwitch } from "../kill-switch/kill-switch";
import { longestReason, targetOf, type SwitchSubject } from "../kill-switch/switch";
import { describeError } from "../logging/describe-error";
import { callerOf } from "../policy/caller";
import { readJsonBody } from "../routes/read-json-body";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import type { AdminGuard } from "./admin-guard";
import { parseRequest } from "./parse-request";
import { plainReason } from "./plain-reason";
import type { KillSwitchChange, KillSwitchState } from "./shapes";

const changeSchema = v.strictObject({
  subject: v.variant("scope", [
    v.strictObject({ scope: v.literal("whole") }),
    v.strictObject({ scope: v.literal("task"), task: v.picklist(taskNames) }),
    v.strictObject({ scope: v.literal("model"), model: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  ]),
  off: v.boolean(),
  reason: v.exactOptional(v.pipe(v.string(), v.maxLength(4 * longestReason))),
});

/** How long an operator waits for the record of what is off already. Milliseconds. */
const auditPatienceMs = 1_000;

/** Largest body. Bytes. */
const maximumBytes = 16 * 1024;

/** GET and POST /api/admin/kill-switch. */
export function killSwitchRoutes(
  { killSwitch, audit, logger, listedModels }: Pick<RelayServices, "killSwitch" | "audit" | "logger" | "listedModels">,
  guard: AdminGuard,
): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>()
    .get("/", guard.allow("viewer"), (context) => context.json(killSwitchState(killSwitch)))
    .post("/", guard.allow("operator"), async (context) => {
      const { pseudonym } = callerOf(context);
      const body = await readJsonBody(context.req.raw, maximumBytes);
      const { subject, off, reason = "" }: KillSwitchChange = parseRequest(changeSchema, body);
      requireKnownModel(subject, off, listedModels);
      const told = plainReason(reason);
      // The reason is content of the ministry, and stays out of the audit.
      const act = { scope: subject.scope, target: targetOf(subject), off };
      if (off) {
        // What has to stop stops first: the audit may be slow, or be what is broken. The log is the record then.
        const became = await killSwitch.throw(subject, told, pseudonym);
        if (became === "pending")
          logger.error(
            { person: pseudonym, ...act },
            "switched off on this node only: the database does not take it yet",
          );
        const recorded = audit.recordActDone(pseudonym, "kill-switch", act).catch((thrown: unknown) => {
          const error = describeError(asGenaiError(thrown));
          logger.error({ person: pseudonym, ...act, error }, "kill switch not audited yet");
        });
        if (became === "pending") return context.json(killSwitchState(killSwitch), 202);
        await Promise.race([recorded, pause(auditPatienceMs, undefined, { ref: false })]);
      } else {
        await audit.recordAdminAct(pseudonym, "kill-switch", act);
        await killSwitch.release(subject);
      }
      return context.json(killSwitchState(killSwitch));
    });
}

/**
 * A misspelt model would be switched off, and the real one go on. One that is no longer listed can still be switched on.
 * @throws GenaiError "bad-request"
 */
function requireKnownModel(subject: SwitchSubject, off: boolean, models: RelayServices["listedModels"]): void {
  if (subject.scope !== "model" || !off || models.some(({ id }) => id === subject.model)) return;
  throw new GenaiError("bad-request", "there is no model of that id");
}

/** What is switched off, for the page. */
export function killSwitchState(killSwitch: KillSwitch): KillSwitchState {
  const readAt = killSwitch.readAt();
  return {
    known: killSwitch.known(),
    ...(readAt === undefined ? {} : { readAt: new Date(readAt).toISOString() }),
    switchedOff: killSwitch.thrown().map(({ subject, reason, by, since, pending }) => ({
      subject,
      reason,
      by,
      since: new Date(since).toISOString(),
      ...(pending === undefined ? {} : { pending }),
    })),
  };
}
