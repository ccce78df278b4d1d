import { performance } from "node:perf_hooks";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { Database } from "../database/database";
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

/** Figures are kept some times as long as it took to make them, so that a page that is loaded again costs little. */
const keptTimes = 10;
const mostKeptMs = 60_000;

interface Kept {
  figures: Promise<UsageFigures>;
  /** Undefined while they are being made. */
  until?: number;
}

export function createUsageReports(
  database: Pick<Database, "kind" | "aside">,
  now: () => number = () => performance.now(),
): UsageReports {
  const kept = new Map<string, Kept>();
  let last: Promise<unknown> = Promise.resolve();

  function make(id: string, question: UsageQuestion): Kept {
    const making = [...kept.values()].filter(({ until }) => until === undefined).length;
    if (making >= mostAtOnce)
      throw new GenaiError("rate-limited", "several reports are being made already", { retryable: true, retryAfterMs });
    let begun = 0;
    const figures = last
      .catch(() => undefined)
      .then(() => {
        begun = now();
        return usageFigures(database, question);
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
