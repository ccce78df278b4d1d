import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import { exportAudit, type ExportFormat } from "../audit/export-audit";
import { parseAnchor } from "../audit/parse-anchor";
import { verifyChain, type ChainAnchor } from "../audit/verify-chain";
import { describeError } from "../logging/describe-error";
import { callerOf } from "../policy/caller";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import type { AdminGuard } from "./admin-guard";
import type { AuditVerification } from "./shapes";
import { dayMs, dayOf } from "./usage-question";

/**
 * For records officers: GET /api/admin/audit/verify?anchor=N:HASH computes the chain anew and compares it with what was noted
 * down elsewhere (`AuditVerification`; any number of anchors, also none); GET /api/admin/audit/export
 * ?from&to&format=ndjson|csv gives the entries of days of Japan, both included, as a file. Both are acts and on record.
 */
export function auditRoutes(
  { audit, database, logger }: Pick<RelayServices, "audit" | "database" | "logger">,
  guard: AdminGuard,
): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>()
    .get("/verify", guard.allow("officer"), async (context) => {
      if (database === undefined) throw noDatabase();
      const anchors = anchorsOf(context.req.queries("anchor") ?? []);
      const verdict = await verifyChain(database, anchors).catch((cause: unknown) => {
        throw new GenaiError("unavailable", "the audit cannot be read", { retryable: true, cause });
      });
      const person = callerOf(context).pseudonym;
      const { entries, intact } = verdict;
      const details = { intact, entries, anchors: anchors.length, ...(verdict.intact ? {} : { fault: verdict.fault }) };
      // A chain that is broken may be one that nothing can be appended to: the verdict is what is needed then.
      const recorded = await audit.recordAdminAct(person, "audit-verify", details).then(
        () => true,
        (thrown: unknown) => {
          logger.error({ person, ...details, error: describeError(asGenaiError(thrown)) }, "verification not audited");
          return false;
        },
      );
      return context.json<AuditVerification>({ ...verdict, recorded });
    })
    .get("/export", guard.allow("officer"), async (context) => {
      const { from = "", to = "", format = "ndjson" } = context.req.query();
      const first = dayOf(from);
      const last = dayOf(to);
      const kind = (["ndjson", "csv"] as const).find((one) => one === format);
      if (first === undefined || last === undefined || last < first || kind === undefined)
        throw new GenaiError("bad-request", "from and to are dates YYYY-MM-DD, format is ndjson or csv");
      if (database === undefined) throw noDatabase();
      // Before the first line leaves.
      await audit.recordAdminAct(callerOf(context).pseudonym, "audit-export", { from, to, format: kind });
      const lines = exportAudit(database, new Date(first), new Date(last + dayMs), kind);
      return new Response(streamOf(lines), {
        headers: {
          "Content-Type": contentTypes[kind],
          "Content-Disposition": `attachment; filename="audit-${from}-${to}.${kind}"`,
          "Cache-Control": "no-store",
        },
      });
    });
}

const contentTypes: Record<ExportFormat, string> = {
  ndjson: "application/x-ndjson; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** Anchors of one verification at most. */
const mostAnchors = 100;

function anchorsOf(texts: readonly string[]): ChainAnchor[] {
  const anchors = texts.map(parseAnchor);
  if (anchors.length > mostAnchors || anchors.includes(undefined))
    throw new GenaiError(
      "bad-request",
      `an anchor is a number, a colon and 64 hexadecimal digits; at most ${mostAnchors}`,
    );
  return anchors as ChainAnchor[];
}

function noDatabase(): GenaiError {
  return new GenaiError("unavailable", "this relay has no database");
}

const encoder = new TextEncoder();

/** Pulled page by page; a reader who leaves ends the reading. An error breaks the file off: half a file must not look whole. */
function streamOf(pieces: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
