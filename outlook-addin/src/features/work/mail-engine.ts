import { retryable } from "@genai-office/shared/pane";
import type { MaskedSource, StepSource, SummaryEngine, TaskBackend } from "@genai-office/shared/pane/summary";
import type { FlowEngine } from "@genai-office/shared/pane/task";
import type {
  ReplyRequest,
  ReplyResult,
  ThreadSummaryRequest,
  ThreadSummaryResult,
  TranslateRequest,
  TranslateResult,
} from "@genai-office/shared/tasks";
import type { TaskEvent } from "@genai-office/shared/vocabulary";
import type * as mailTasks from "./mail-tasks";

/** How a task of one run goes out. */
export interface Outgoing {
  /** UUID of the run. */
  run: string;
  masked: MaskedSource | "unmasked" | undefined;
  signal: AbortSignal;
}

type MailTask<Request, Result> = (request: Request, outgoing: Outgoing) => AsyncIterable<TaskEvent<Result>>;

/** The gate, and the tasks on mails; glossary and the models that may answer instead come with it. */
export interface MailEngine extends FlowEngine {
  thread: MailTask<Omit<ThreadSummaryRequest, "glossary" | "others">, ThreadSummaryResult>;
  reply: MailTask<Omit<ReplyRequest, "glossary" | "others">, ReplyResult>;
  translate: MailTask<Omit<TranslateRequest, "glossary">, TranslateResult>;
}

/** The tasks over the engine of the pane; they come with the first click on one. */
export function mailEngineOver(backend: TaskBackend): () => Promise<MailEngine> {
  return retryable(async () => {
    const [engine, tasks] = await Promise.all([
      backend.engine(),
      import(/* webpackChunkName: "mail-tasks" */ "./mail-tasks"),
    ]);
    return withTasks(engine, tasks);
  });
}

function withTasks(engine: SummaryEngine & StepSource, { thread, reply, translate }: typeof mailTasks): MailEngine {
  const known = () => {
    const glossary = engine.glossary();
    return { others: engine.models(), ...(glossary === undefined ? {} : { glossary }) };
  };
  return {
    judge: (places) => engine.judge(places),
    refusal: (judgement, card, confirmed) => engine.refusal(judgement, card, confirmed),
    ...(engine.mask === undefined ? {} : { mask: engine.mask }),
    ...(engine.report === undefined ? {} : { report: engine.report }),
    thread: (request, { run, masked, signal }) =>
      thread({ ...request, ...known() }, engine.steps(run, masked), { signal }),
    reply: (request, { run, masked, signal }) =>
      reply({ ...request, ...known() }, engine.steps(run, masked), { signal }),
    translate: (request, { run, masked, signal }) =>
      translate({ ...request, ...known() }, engine.steps(run, masked), { signal }),
  };
}
