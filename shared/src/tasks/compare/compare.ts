import { estimateCost } from "../../models";
import { asGenaiError, GenaiError, type ModelCard, type StepRunner, type TaskEvent } from "../../vocabulary";
import { EventQueue } from "../machinery/event-queue";
import { columnRunner } from "./column-runner";
import type { ComparableResult, CompareEvent, CompareOptions, Comparison, ComparisonColumn } from "./comparison";

const defaultModelsAtOnce = 3;
const defaultStepsAtOnce = 2;

/**
 * Gives one request to several models side by side, each running the whole task. A column that fails does not end the
 * others; there is no fallback, since each column is its model: hand in a runner without one. Nothing starts before the
 * first event is asked for; a cancel ends all columns at once, and so does leaving the loop.
 *
 * Errors: "no-model" when no card is given. A column's own failure is in its column.
 */
export async function* compare<Request, Result extends ComparableResult>(
  comparison: Comparison<Request, Result>,
  runner: StepRunner,
  options: CompareOptions = {},
): AsyncGenerator<CompareEvent<Result>, void, undefined> {
  const cards = [...new Map(comparison.cards.map((card) => [card.id, card])).values()];
  if (options.signal?.aborted === true) {
    yield { type: "aborted" };
    return;
  }
  if (cards.length === 0) {
    yield { type: "failed", error: new GenaiError("no-model", "a comparison needs a model") };
    return;
  }
  const controller = new AbortController();
  const queue = new EventQueue<CompareEvent<Result>>();
  const cancel = (): void => {
    queue.endNow({ type: "aborted" });
    controller.abort();
  };
  options.signal?.addEventListener("abort", cancel, { once: true });
  const columns = new Array<ComparisonColumn<Result>>(cards.length);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < cards.length && !controller.signal.aborted) {
      const index = next;
      next += 1;
      const card = cards[index]!;
      const report = (event: TaskEvent<Result>): void => queue.push({ type: "column", model: card.id, event });
      columns[index] = await runColumn(comparison, card, runner, controller.signal, options, report);
      queue.push({ type: "column-ended", model: card.id, column: columns[index] });
    }
  };
  const workers = Math.max(1, Math.min(options.concurrency ?? defaultModelsAtOnce, cards.length));
  void Promise.all(Array.from({ length: workers }, work)).then(
    () => queue.end({ type: "completed", columns }),
    (thrown: unknown) => queue.end({ type: "failed", error: asGenaiError(thrown) }),
  );
  try {
    yield* queue;
  } finally {
    options.signal?.removeEventListener("abort", cancel);
    controller.abort();
  }
}

async function runColumn<Request, Result extends ComparableResult>(
  comparison: Comparison<Request, Result>,
  card: ModelCard,
  runner: StepRunner,
  signal: AbortSignal,
  options: CompareOptions,
  report: (event: TaskEvent<Result>) => void,
): Promise<ComparisonColumn<Result>> {
  const started = performance.now();
  const ended = (more: Partial<ComparisonColumn<Result>>): ComparisonColumn<Result> => ({
    model: card.id,
    milliseconds: performance.now() - started,
    text: "",
    findings: [],
    ...more,
  });
  const failed = (error: GenaiError): ComparisonColumn<Result> => {
    report({ type: "failed", error });
    return ended({ error });
  };
  try {
    const refusal = comparison.refusalOf?.(card);
    if (refusal !== undefined) return failed(new GenaiError(refusal, `the gate refused ${card.id}`));
    const events = comparison.task(comparison.makeRequest(card), columnRunner(card, runner), {
      signal,
      concurrency: options.stepConcurrency ?? defaultStepsAtOnce,
    });
    for await (const event of events) {
      switch (event.type) {
        case "completed":
          report(event);
          return ended(contentOf(event.result, card));
        case "failed":
          return failed(event.error);
        case "aborted":
          report(event);
          return ended({ error: new GenaiError("aborted", "the comparison was cancelled") });
        default:
          report(event);
      }
    }
    return failed(new GenaiError("internal", "the task ended without an outcome"));
  } catch (thrown) {
    return failed(asGenaiError(thrown));
  }
}

function contentOf<Result extends ComparableResult>(
  result: Result,
  card: ModelCard,
): Partial<ComparisonColumn<Result>> {
  const { text, findings, usage } = result;
  const cost = usage === undefined ? undefined : estimateCost(card, usage);
  return {
    result,
    text,
    findings,
    ...(usage === undefined ? {} : { usage }),
    ...(cost === undefined ? {} : { cost }),
  };
}
