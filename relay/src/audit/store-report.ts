import { GenaiError, type RunReport } from "@genai-office/shared/vocabulary";
import type { Database } from "@genai-office/shared/database";
import type { RunReported } from "./audit-entry";

/** Reports of one run at most: a person changes their mind a few times. */
const mostReports = 50;

type Told = Omit<RunReport, "run">;

/**
 * Appends a report to the chain when it tells something new. The same report twice, as after a lost answer, is one entry;
 * accepted, undone and accepted again are three.
 * @throws GenaiError "not-found" when that person has no such run, "rate-limited" after too many reports
 */
export async function storeReport(
  database: Database,
  person: string,
  report: RunReport,
  stamp: Pick<RunReported, "v" | "at" | "node" | "kind">,
): Promise<void> {
  const run = report.run.toLowerCase();
  await database.transaction(async (transaction) => {
    // Two reports of one run, also at two nodes, come one after the other.
    await transaction.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [run]);
    const entries = await transaction.query<{ data: Record<string, unknown> }>(
      `select data from audit_entries where data ? 'run' and data ->> 'run' = $1
        and (data ->> 'kind' = 'report' or (data ->> 'kind' = 'begun' and data ->> 'person' = $2)) order by sequence`,
      [run, person],
    );
    if (!entries.some(({ data }) => data["kind"] === "begun")) {
      throw new GenaiError("not-found", "no such run of this caller");
    }
    const reports = entries.map(({ data }) => data).filter((data) => data["kind"] === "report") as unknown as Told[];
    const told = newOf(report, reports);
    if (Object.keys(told).length === 0) return;
    if (reports.length >= mostReports) throw new GenaiError("rate-limited", "too many reports of one run");
    const entry: RunReported = { ...stamp, run, person, ...told };
    await transaction.query("select audit_append($1::text[])", [[JSON.stringify(entry)]]);
  });
}

/** What of a report differs from what was last said of it. */
function newOf(report: RunReport, before: readonly Told[]): Told {
  const told: Told = {};
  const last = <Key extends keyof Told>(key: Key): Told[Key] | undefined => {
    const telling = before.findLast((one) => one[key] !== undefined);
    return telling?.[key];
  };
  const { decision, edits, findings, feedback } = report;
  if (decision !== undefined && decision !== last("decision")) told.decision = decision;
  const known = last("edits");
  if (edits !== undefined && (edits.distance !== known?.distance || edits.characters !== known.characters)) {
    told.edits = edits;
  }
  if (findings !== undefined && !sameCounts(findings, last("findings"))) told.findings = findings;
  const said = last("feedback");
  if (feedback !== undefined && (feedback.helpful !== said?.helpful || feedback.reason !== said.reason)) {
    told.feedback = feedback;
  }
  return told;
}

function sameCounts(one: Record<string, number>, other: Record<string, number> | undefined): boolean {
  if (other === undefined) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
