import { GenaiError } from "@genai-office/shared/vocabulary";
import type { UsageGrouping } from "./shapes";

export interface UsageQuestion {
  /** YYYY-MM-DD of Japan, both included. */
  from: string;
  to: string;
  by: UsageGrouping;
}

/** Days of one report at most. */
const mostDays = 366;
export const dayMs = 86_400_000;
const japanAheadMs = 9 * 3_600_000;

export const usageGroupings = ["task", "model", "section"] as const satisfies readonly UsageGrouping[];

/** @throws GenaiError "bad-request" for dates that are none, in the wrong order, or too far apart */
export function parseUsageQuestion(query: Record<string, string>): UsageQuestion {
  const { from = "", to = "", by = "task" } = query;
  const first = dayOf(from);
  const last = dayOf(to);
  const grouping = usageGroupings.find((one) => one === by);
  if (first === undefined || last === undefined || grouping === undefined)
    throw new GenaiError("bad-request", "from and to are dates YYYY-MM-DD, by is task, model or section");
  if (last < first || last - first >= mostDays * dayMs)
    throw new GenaiError("bad-request", `from is before to, and at most ${mostDays} days before it`);
  return { from, to, by: grouping };
}

/**
 * Beginning of a day of Japan in milliseconds since 1970; undefined for what is no date. Years before 2000 are none: there
 * was no relay, and moments before the year 1 cannot be compared as text.
 */
export function dayOf(date: string): number | undefined {
  if (!/^[2-9]\d{3}-\d{2}-\d{2}$/.test(date)) return undefined;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return undefined;
  return midnight - japanAheadMs;
}
