import { performance } from "node:perf_hooks";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { within } from "../audit/within";
import type { Database } from "@genai-office/shared/database";
import type { UsageReport } from "./shapes";
import type { UsageQuestion } from "./usage-question";
import { reportOf, usageFigures, type UsageFigures } from "./usage-report";

/** Reports of one node, one at a time. */
export interface UsageReports {
  /** @throws GenaiError "rate-limited" when several others wait already, "unavailable" when the database does not answer */
  report(question: UsageQuestion, exchangeRates: Readonly<Record<string, number>>): Promise<UsageReport>;
}

/** Times that are asked for at once at most; who asks for one of them waits with the others for the same figures. */
const mostAtOnce = 4;
const retryAfterMs = 10_000;

/** Longer than a page of a report takes; a database that takes longer hangs. Milliseconds. */
const longestPageMs = 12_000;

/** Figures are kept some times as long as it took to make them, so that a page that is loaded again costs little. */
const keptTimes = 10;
const mostKeptMs = 60_000;

interface Kept {
  figures: Promise<UsageFigures>;
  /** Undefined while they are being made. */
  until?: number;
}

/** @param pageMs how long the database may take for one page. Milliseconds */
export function createUsageReports(
  { kind, aside }: Pick<Database, "kind" | "aside">,
  now: () => number = () => performance.now(),
  pageMs = longestPageMs,
): UsageReports {
  const kept = new Map<string, Kept>();
  let last: Promise<unknown> = Promise.resolve();
  /** How many reports failed; those that waited behind one of them are not to find that out one after the other. */
  let failures = 0;
  const database: Pick<Database, "kind" | "aside"> = {
    kind,
    aside: { query: (sql, values) => within(pageMs, aside.query(sql, values)) },
  };

  function make(id: string, question: UsageQuestion): Kept {
    const making = [...kept.values()].filter(({ until }) => until === undefined).length;
    if (making >= mostAtOnce)
      throw new GenaiError("rate-limited", "several reports are being made already", { retryable: true, retryAfterMs });
    let begun = 0;
    const failed = failures;
    const figures = last
      .catch(() => undefined)
      .then(() => {
        if (failures !== failed) throw new GenaiError("unavailable", "the report before could not be made");
        begun = now();
        return usageFigures(database, question);
      })
      .catch((thrown: unknown) => {
        failures++;
        throw thrown;
      });
    last = figures;
    const entry: Kept = { figures };
    kept.set(id, entry);
    figures.then(
      () => (entry.until = now() + Math.min(keptTimes * (now() - begun), mostKeptMs)),
      () => kept.delete(id),
    );
    return entry;
  }

  return {
    async report(question, exchangeRates) {
      for (const [id, { until }] of kept) if (until !== undefined && until <= now()) kept.delete(id);
      const id = `${question.from} ${question.to}`;
      const { figures } = kept.get(id) ?? make(id, question);
      const made = await figures.catch((cause: unknown) => {
        throw new GenaiError("unavailable", "the figures of use cannot be read", { retryable: true, cause });
      });
      return reportOf(made, question, exchangeRates);
    },
  };
}
