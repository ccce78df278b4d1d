import { gate } from "../../../shared/src/pane/summary/gate";
import type { SummaryComparison, SummaryEngine } from "@genai-office/shared/pane/summary";
import type { CompareEvent, SummarizeRequest, SummarizeResult } from "@genai-office/shared/tasks";
import type { RunReport, Statement, TaskEvent } from "@genai-office/shared/vocabulary";

/** A finished summary of these statements, without findings. */
export function summaryOf(...statements: Statement[]): SummarizeResult {
  const text = statements.map((statement) => statement.text).join("");
  return { statements, text, paragraphs: [text], findings: [], models: ["model-a"], reason: "stop" };
}

/** The real gate, and a task whose events the test hands out one by one. */
export class ScriptedEngine implements SummaryEngine {
  readonly judge = gate.judge;
  readonly refusal = gate.refusal;
  mask?: NonNullable<SummaryEngine["mask"]>;
  report?(report: RunReport): void;
  requests: SummarizeRequest[] = [];
  aborts = 0;
  comparisons: SummaryComparison[] = [];
  comparisonAborts = 0;
  private columns: CompareEvent<SummarizeResult>[] = [];
  private wakeColumns: (() => void) | undefined;
  private queue: TaskEvent<SummarizeResult>[] = [];
  private wake: (() => void) | undefined;

  emit(...events: TaskEvent<SummarizeResult>[]): void {
    this.queue.push(...events);
    this.wake?.();
  }

  emitColumns(...events: CompareEvent<SummarizeResult>[]): void {
    this.columns.push(...events);
    this.wakeColumns?.();
  }

  async *compare(request: SummaryComparison, signal: AbortSignal): AsyncGenerator<CompareEvent<SummarizeResult>> {
    this.comparisons.push(request);
    this.columns = [];
    signal.addEventListener("abort", () => {
      this.comparisonAborts += 1;
      this.emitColumns({ type: "aborted" });
    });
    for (;;) {
      const event = this.columns.shift();
      if (event === undefined) {
        await new Promise<void>((resolve) => (this.wakeColumns = resolve));
        continue;
      }
      yield event;
      if (event.type === "completed" || event.type === "aborted" || event.type === "failed") return;
    }
  }

  async *summarize(request: SummarizeRequest, signal: AbortSignal): AsyncGenerator<TaskEvent<SummarizeResult>> {
    this.requests.push(request);
    this.queue = [];
    signal.addEventListener("abort", () => {
      this.aborts += 1;
      this.emit({ type: "aborted" });
    });
    for (;;) {
      const event = this.queue.shift();
      if (event === undefined) {
        await new Promise<void>((resolve) => (this.wake = resolve));
        continue;
      }
      yield event;
      if (event.type === "completed" || event.type === "aborted" || event.type === "failed") return;
    }
  }
}
