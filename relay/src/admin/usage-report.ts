import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { timeSlices } from "../audit/time-slices";
import type { Database } from "@genai-office/shared/database";
import { todayInJapan } from "../policy/accept-step";
import type { UsageDay, UsageGrouping, UsageReport } from "./shapes";
import { dayMs, dayOf, usageGroupings, type UsageQuestion } from "./usage-question";
import { runsOfSlice, stepsOfSlice, type CountedRun, type CountedStep } from "./usage-slice";
import { UsageTally } from "./usage-tally";

/** Entries that one question looks at: some milliseconds of the embedded database. */
const sliceEntries = 400;

/** Pause between slices at most. Milliseconds. */
const longestPauseMs = 25;

/** Groups in a report; there are fewer tasks, models and sections than that. */
const mostRows = 500;

/** Figures of use of a time, by all groupings at once: reading the audit is what takes long. */
export interface UsageFigures {
  total: UsageTally;
  groups: Record<UsageGrouping, Map<string, UsageTally>>;
  /** Days without use left out. */
  days: UsageDay[];
}

/**
 * Reads the audit of days of Japan, both included, slice by slice with pauses: what the steps need of the database comes in
 * between. A step belongs to the time it began in, a run to that of its first step, with what became of it until now. What
 * begins after the report did is not in it.
 * @throws DatabaseError
 */
export async function usageFigures(
  database: Pick<Database, "kind" | "aside">,
  { from, to }: Pick<UsageQuestion, "from" | "to">,
): Promise<UsageFigures> {
  const queries = database.aside;
  const total = new UsageTally();
  const groups = { task: new Map(), model: new Map(), section: new Map() } as UsageFigures["groups"];
  const days: UsageDay[] = [];
  const peopleOfDay = new Set<string>();

  const talliesOf = (counted: CountedStep | CountedRun): UsageTally[] => [
    total,
    ...usageGroupings.map((by) => tallyOf(groups[by], counted[by] ?? "")),
  ];
  const countDay = (step: CountedStep): void => {
    const day = todayInJapan(new Date(step.at));
    if (days.at(-1)?.day !== day) {
      days.push({ day, steps: 0, people: 0, tokens: 0 });
      peopleOfDay.clear();
    }
    const current = days.at(-1)!;
    peopleOfDay.add(step.person);
    current.steps++;
    current.people = peopleOfDay.size;
    current.tokens += (step.input_tokens ?? 0) + (step.output_tokens ?? 0);
  };

  // A moment of the entries is a whole millisecond, and this one belongs to the report.
  const end = new Date(Math.min(dayOf(to)! + dayMs, Date.now() + 1));
  let askedAt = performance.now();
  for await (const slice of timeSlices(queries, new Date(dayOf(from)!), end, sliceEntries)) {
    // Runs first: an entry may come in between that is dated back (it waited, or a clock is behind), and no run may be counted
    // without its step.
    const runs = await runsOfSlice(queries, slice);
    for (const step of await stepsOfSlice(queries, slice)) {
      for (const tally of talliesOf(step)) tally.addStep(step);
      if (!step.refused) countDay(step);
    }
    for (const run of runs) for (const tally of talliesOf(run)) tally.addRun(run);
    // The embedded database has one thread: half of its time is left to others.
    await pause(database.kind === "embedded" ? Math.min(performance.now() - askedAt, longestPauseMs) : 0);
    askedAt = performance.now();
  }
  return { total, groups, days };
}

/** The report of one grouping, with costs in yen by the rates of the settings. Most steps first. */
export function reportOf(
  { total, groups, days }: UsageFigures,
  { from, to, by }: UsageQuestion,
  exchangeRates: Readonly<Record<string, number>>,
): UsageReport {
  const rows = [...groups[by]]
    .sort(([, one], [, other]) => other.steps - one.steps)
    .slice(0, mostRows)
    .map(([name, tally]) => tally.row(name, exchangeRates));
  return { from, to, by, rows, total: total.row("", exchangeRates), days };
}

function tallyOf(tallies: Map<string, UsageTally>, name: string): UsageTally {
  let tally = tallies.get(name);
  if (tally === undefined) tallies.set(name, (tally = new UsageTally()));
  return tally;
}
