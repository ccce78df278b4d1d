import { hasMessage } from "@genai-office/shared/i18n";
import { feedbackReasons, GenaiError, type RunReport } from "@genai-office/shared/vocabulary";
import { Hono } from "hono";
import * as v from "valibot";
import { callerOf } from "../policy/caller";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import { firstIssueOnly, limitedRecord } from "./limited-schemas";
import { readJsonBody } from "./read-json-body";
import { firstPlace } from "./step-schema";

/** A report is a handful of numbers. */
const maximumReportBytes = 16 * 1024;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));

const reportSchema = v.strictObject({
  run: v.pipe(v.string(), v.uuid()),
  decision: v.exactOptional(v.picklist(["accepted", "rejected", "undone"])),
  edits: v.exactOptional(v.strictObject({ distance: count, characters: count })),
  findings: v.exactOptional(limitedRecord(200, count)),
  feedback: v.exactOptional(
    v.strictObject({ helpful: v.boolean(), reason: v.exactOptional(v.picklist(feedbackReasons)) }),
  ),
});

/**
 * POST /api/runs/{run}/report: a RunReport in, `{}` out. Only for runs of the same caller; the same report twice is one.
 * Nothing in it can be a text: unknown keys are refused, and findings are counted under codes that the suite knows.
 */
export function runReportRoutes({ audit }: Pick<RelayServices, "audit">): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().post("/:run/report", async (context) => {
    const { pseudonym } = callerOf(context);
    const report = parseReport(await readJsonBody(context.req.raw, maximumReportBytes));
    if (report.run.toLowerCase() !== context.req.param("run").toLowerCase()) {
      throw new GenaiError("bad-request", "the report is of another run than its address");
    }
    await audit.report(pseudonym, report);
    return context.json({});
  });
}

/** @throws GenaiError "bad-request" */
export function parseReport(body: unknown): RunReport {
  const result = v.safeParse(reportSchema, body, firstIssueOnly);
  // The place may hold a key that the client made up; only those of the schema are named.
  if (!result.success) throw new GenaiError("bad-request", `not a report: ${knownPlace(firstPlace(result.issues))}`);
  const { findings, ...report } = result.output;
  return findings === undefined ? report : { ...report, findings: knownFindings(findings) };
}

function knownPlace(place: string): string {
  const [first = ""] = place.split(".");
  return Object.hasOwn(reportSchema.entries, first) ? first : "the body itself";
}

/** What a newer pane counts and this relay does not know, and what somebody made up, is counted together. */
const otherFindings = "other";

function knownFindings(findings: Record<string, number>): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const [code, number] of Object.entries(findings)) {
    const known = hasMessage(`finding.${code}`) ? code : otherFindings;
    counted[known] = (counted[known] ?? 0) + number;
  }
  return counted;
}
