import { asGenaiError, type Finding, type TaskEvent } from "../../vocabulary";
import { EventQueue } from "./event-queue";

/** What a task may tell while it works; the terminal event is made by `runTask` alone. */
export type TaskReport = Extract<TaskEvent<never>, { type: "planned" | "progress" | "preview" | "model-switched" }>;

export interface TaskContext {
  /** Aborted when the person cancels, when the reader leaves and when the task has ended: hand it to every step. */
  signal: AbortSignal;
  report(event: TaskReport): void;
  /** Takes a finding about an answer on its way; see `runSourceTask`. */
  note?(finding: Finding): void;
}

/**
 * Runs a task as a stream of events that never throws and ends with exactly one of completed, aborted, failed.
 * A cancel ends the stream at once, without waiting for the work to notice; leaving the loop early cancels the work.
 * Nothing starts before the first event is asked for.
 */
export async function* runTask<Result>(
  work: (context: TaskContext) => Promise<Result>,
  options: { signal?: AbortSignal | undefined } = {},
): AsyncGenerator<TaskEvent<Result>, void, undefined> {
  const { signal } = options;
  if (signal?.aborted === true) {
    yield { type: "aborted" };
    return;
  }
  const controller = new AbortController();
  const queue = new EventQueue<TaskEvent<Result>>();
  const cancel = (): void => {
    queue.endNow({ type: "aborted" });
    controller.abort();
  };
  signal?.addEventListener("abort", cancel, { once: true });
  void perform(work, { signal: controller.signal, report: (event) => queue.push(event) }).then((event) =>
    queue.end(event),
  );
  try {
    yield* queue;
  } finally {
    signal?.removeEventListener("abort", cancel);
    controller.abort();
  }
}

async function perform<Result>(
  work: (context: TaskContext) => Promise<Result>,
  context: TaskContext,
): Promise<TaskEvent<Result>> {
  try {
    return { type: "completed", result: await work(context) };
  } catch (thrown) {
    const error = asGenaiError(thrown);
    return error.code === "aborted" ? { type: "aborted" } : { type: "failed", error };
  }
}
