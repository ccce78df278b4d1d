import { GenaiError, feedbackReasons, type FeedbackReason } from "@genai-office/shared/vocabulary";
import type { Queries } from "../database/database";
import { yenPer } from "../limits/step-cost";
import type { UsageDay, UsageGrouping, UsageReport, UsageRow } from "./shapes";

export interface UsageQuestion {
  /** YYYY-MM-DD of Japan, both included. */
  from: string;
  to: string;
  by: UsageGrouping;
}

/** Days of one report at most. */
const mostDays = 366;
const dayMs = 86_400_000;

/** Groups in a report; there are fewer tasks, models and sections than that. */
const mostRows = 500;

/** @throws GenaiError "bad-request" for dates that are none, in the wrong order, or too far apart */
export function parseUsageQuestion(query: Record<string, string>): UsageQuestion {
  const { from = "", to = "", by = "task" } = query;
  const first = dayOf(from);
  const last = dayOf(to);
  const grouping = (["task", "model", "section"] as const).find((one) => one === by);
  if (first === undefined || last === undefined || grouping === undefined)
    throw new GenaiError("bad-request", "from and to are dates YYYY-MM-DD, by is task, model or section");
  if (last < first || last - first >= mostDays * dayMs)
    throw new GenaiError("bad-request", `from is before to, and at most ${mostDays} days before it`);
  return { from, to, by: grouping };
}

/** Beginning of a day of Japan in milliseconds since 1970; undefined for what is no date. */
export function dayOf(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return undefined;
  return midnight - 9 * 3_600_000;
}

interface StepRow {
  name: string | null;
  whole: number;
  steps: number;
  refused: number;
  failed: number;
  people: number;
  input_tokens: number;
  output_tokens: number;
  first_text_ms: number | null;
  total_ms: number | null;
  total_ms_95: number | null;
}

interface CostRow {
  name: string | null;
  whole: number;
  currency: string;
  amount: number;
}

interface RunRow {
  name: string | null;
  whole: number;
  runs: number;
  decided: number;
  accepted: number;
  edit_distance: number | null;
  edit_share: number | null;
  helpful: number;
  unhelpful: number;
}

interface ReasonRow {
  name: string | null;
  whole: number;
  reason: string;
  count: number;
}

/**
 * Figures of use, made of the audit by the database: groups and, in the same statements, the total, whose people are counted
 * once. Only counts come out of it; who they are of does not.
 * @throws DatabaseError
 */
export async function usageReport(
  database: Queries,
  { from, to, by }: UsageQuestion,
  exchangeRates: Readonly<Record<string, number>>,
): Promise<UsageReport> {
  const values = [new Date(dayOf(from)!), new Date(dayOf(to)! + dayMs)];
  const inTime = "at >= $1::timestamptz and at < $2::timestamptz";
  // `by` is one of three words of ours (parseUsageQuestion), never text of a request.
  const grouped = `group by grouping sets ((${by}), ()) order by 3 desc limit ${mostRows + 1}`;
  const name = `${by} as name, grouping(${by}) as whole`;
  const [steps, costs, runs, reasons, days] = await Promise.all([
    database.query<StepRow>(
      `select ${name}, count(*) filter (where not refused) as steps, count(*) filter (where refused) as refused,
         count(*) filter (where not refused and outcome not in ('stop', 'length', 'tool_calls', 'content_filter', 'other', 'aborted')) as failed,
         count(distinct person) filter (where not refused) as people,
         coalesce(sum(input_tokens), 0) as input_tokens, coalesce(sum(output_tokens), 0) as output_tokens,
         percentile_cont(0.5) within group (order by first_text_ms::double precision) as first_text_ms,
         percentile_cont(0.5) within group (order by total_ms::double precision) as total_ms,
         percentile_cont(0.95) within group (order by total_ms::double precision) as total_ms_95
       from step_usage where ${inTime} ${grouped}`,
      values,
    ),
    database.query<CostRow>(
      `select ${name}, sum(cost) as amount, currency from step_usage where ${inTime} and cost is not null
       group by grouping sets ((${by}, currency), (currency))`,
      values,
    ),
    database.query<RunRow>(
      `select ${name}, count(*) as runs, count(decision) as decided,
         count(*) filter (where decision = 'accepted') as accepted,
         percentile_cont(0.5) within group (order by edit_distance::double precision)
           filter (where decision = 'accepted') as edit_distance,
         percentile_cont(0.5) within group (order by edit_distance::double precision / greatest(edit_characters, 1))
           filter (where decision = 'accepted') as edit_share,
         count(*) filter (where helpful) as helpful, count(*) filter (where not helpful) as unhelpful
       from run_usage where ${inTime} ${grouped}`,
      values,
    ),
    database.query<ReasonRow>(
      `select ${name}, count(*) as count, reason from run_usage where ${inTime} and reason is not null
       group by grouping sets ((${by}, reason), (reason))`,
      values,
    ),
    database.query<UsageDay>(
      `select to_char(at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as day, count(*) as steps,
         count(distinct person) as people,
         coalesce(sum(coalesce(input_tokens, 0) + coalesce(output_tokens, 0)), 0) as tokens
       from step_usage where ${inTime} and not refused group by 1 order by 1`,
      values,
    ),
  ]);
  const rowOf = (group: Group): UsageRow => ({
    ...stepFigures(steps.find(sameAs(group))),
    ...runFigures(runs.find(sameAs(group))),
    ...costFigures(costs.filter(sameAs(group)), exchangeRates),
    reasons: reasonFigures(reasons.filter(sameAs(group))),
    name: group.name ?? "",
  });
  const groups = steps.filter(({ whole }) => whole === 0);
  return { from, to, by, rows: groups.map(rowOf), total: rowOf({ name: null, whole: 1 }), days };
}

/** A group, or with `whole` 1 all of them. People of no section are a group without a name. */
interface Group {
  name: string | null;
  whole: number;
}

function sameAs(group: Group): (row: Group) => boolean {
  return ({ name, whole }) => whole === group.whole && (whole === 1 || name === group.name);
}

function stepFigures(row: StepRow | undefined) {
  return {
    steps: row?.steps ?? 0,
    refused: row?.refused ?? 0,
    failed: row?.failed ?? 0,
    people: row?.people ?? 0,
    inputTokens: row?.input_tokens ?? 0,
    outputTokens: row?.output_tokens ?? 0,
    ...given("medianFirstTextMs", wholeMs(row?.first_text_ms)),
    ...given("medianTotalMs", wholeMs(row?.total_ms)),
    ...given("p95TotalMs", wholeMs(row?.total_ms_95)),
  };
}

function runFigures(row: RunRow | undefined) {
  const { runs = 0, decided = 0, accepted = 0, helpful = 0, unhelpful = 0 } = row ?? {};
  return {
    runs,
    decided,
    helpful,
    unhelpful,
    ...(decided === 0 ? {} : { acceptRate: accepted / decided }),
    ...given("medianEditDistance", row?.edit_distance),
    ...given("medianEditShare", row?.edit_share),
  };
}

function costFigures(rows: readonly CostRow[], exchangeRates: Readonly<Record<string, number>>) {
  const costs = rows.map(({ currency, amount }) => ({ currency, amount }));
  const costInYen = costs.reduce(
    (sum, { currency, amount }) => sum + amount * (yenPer(currency, exchangeRates) ?? 0),
    0,
  );
  return { costs, costInYen };
}

function reasonFigures(rows: readonly ReasonRow[]): Partial<Record<FeedbackReason, number>> {
  const known = rows.flatMap(({ reason, count }) => {
    const one = feedbackReasons.find((candidate) => candidate === reason);
    return one === undefined ? [] : [[one, count] as const];
  });
  return Object.fromEntries(known);
}

/** A figure that the database has; without rows it has none. */
function given<Name extends string>(name: Name, value: number | null | undefined): Partial<Record<Name, number>> {
  return typeof value === "number" ? ({ [name]: value } as Partial<Record<Name, number>>) : {};
}

function wholeMs(value: number | null | undefined): number | undefined {
  return typeof value === "number" ? Math.round(value) : undefined;
}
