import type { MailEngine } from "../../../outlook-addin/src/features/work/mail-engine";
import { gate } from "../../../shared/src/pane/summary/gate";
import type { TaskOutput } from "@genai-office/shared/pane/task";
import type { ReplyResult, ThreadSummaryResult, TranslateResult } from "@genai-office/shared/tasks";
import { GenaiError, type RunReport, type TaskEvent } from "@genai-office/shared/vocabulary";

type Requests = { [Task in "thread" | "reply" | "translate"]: Parameters<MailEngine[Task]>[0][] };

/** The real gate, and tasks on mails that answer with the results that the test has laid ready. */
export class ScriptedMailEngine implements MailEngine {
  readonly judge = gate.judge;
  readonly refusal = gate.refusal;
  readonly requests: Requests = { thread: [], reply: [], translate: [] };
  readonly reports: RunReport[] = [];
  readonly results: { thread?: ThreadSummaryResult; reply?: ReplyResult; translate?: TranslateResult } = {};
  aborts = 0;

  report(report: RunReport): void {
    this.reports.push(report);
  }

  thread: MailEngine["thread"] = (request, { signal }) => {
    this.requests.thread.push(request);
    return this.answer(signal, () => this.results.thread);
  };

  reply: MailEngine["reply"] = (request, { signal }) => {
    this.requests.reply.push(request);
    return this.answer(signal, () => this.results.reply);
  };

  translate: MailEngine["translate"] = (request, { signal }) => {
    this.requests.translate.push(request);
    return this.answer(signal, () => this.results.translate);
  };

  /** Without a result it writes until it is stopped. */
  private async *answer<Result extends TaskOutput>(
    signal: AbortSignal,
    result: () => Result | undefined,
  ): AsyncGenerator<TaskEvent<Result>> {
    yield { type: "planned", steps: 1 };
    const ready = result();
    if (ready !== undefined) {
      yield { type: "completed", result: ready };
      return;
    }
    yield { type: "preview", text: "書きかけ" };
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    this.aborts += 1;
    yield { type: "failed", error: new GenaiError("aborted", "stopped") };
  }
}
