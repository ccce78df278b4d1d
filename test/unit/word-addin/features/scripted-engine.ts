import { gate } from "../../../../shared/src/pane/summary/gate";
import type { SummaryEngine } from "@genai-office/shared/pane/summary";
import type { SummarizeRequest, SummarizeResult } from "@genai-office/shared/tasks";
import type { GenaiError, ModelCard, Statement, TaskEvent } from "@genai-office/shared/vocabulary";
import { modelCard } from "../../pane/render-pane";

const statements: Statement[] = [
  { text: "転入手続は3万2,410件であった。", sources: ["p1"], layout: "sentence" },
  { text: "待ち時間は18分になった。", sources: ["p2"], layout: "sentence" },
];

export const summary: SummarizeResult = {
  statements,
  text: statements.map((statement) => statement.text).join(""),
  paragraphs: [statements.map((statement) => statement.text).join("")],
  findings: [],
  reason: "stop",
};

export const models: ModelCard[] = [
  modelCard(),
  modelCard({ id: "model-b", name: { ja: "海外モデルB", en: "B" }, region: "other", clearance: "1" }),
];

/** The real gate, and a task whose events the test hands out one by one. */
export class ScriptedEngine implements SummaryEngine {
  readonly judge = gate.judge;
  readonly refusal = gate.refusal;
  requests: SummarizeRequest[] = [];
  aborts = 0;
  offerFailure: GenaiError | undefined;
  private queue: TaskEvent<SummarizeResult>[] = [];
  private wake: (() => void) | undefined;

  emit(...events: TaskEvent<SummarizeResult>[]): void {
    this.queue.push(...events);
    this.wake?.();
  }

  fetchModels(): Promise<{ models: ModelCard[]; defaultModel: string }> {
    return this.offerFailure === undefined
      ? Promise.resolve({ models, defaultModel: "model-a" })
      : Promise.reject(this.offerFailure);
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
