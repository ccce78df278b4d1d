import { LazyPart, lazyView, ShellFooter } from "@genai-office/shared/pane";
import { ConnectionFailure } from "@genai-office/shared/pane/office";
import type { TaskOutput } from "@genai-office/shared/pane/task";
import type { ReactNode } from "react";
import { ResultFeedback } from "./ResultFeedback";
import { TaskBar, type MailTaskName } from "./TaskBar";
import type { MailTask } from "./use-mail-task";

/** Comes with the first thing that is to be told of a run. */
const RunNotes = lazyView(() => import(/* webpackChunkName: "run-notes" */ "./run-notes"));

export interface MailTaskViewProps<Result extends TaskOutput> {
  name: MailTaskName;
  task: MailTask<Result>;
  /** Above the task: sender, hidden text, the parts that leave. */
  about: ReactNode;
  field?: ReactNode;
  optionsLabel: string;
  options: ReactNode;
  waiting?: boolean;
  off: string | undefined;
  /** Why Outlook is not connected. */
  failure: unknown;
  signIn(): Promise<boolean>;
  /** Streaming words or the finished result. */
  result: ReactNode;
  /** Below the result, such as the words of a mail. */
  aside?: ReactNode;
  /** For the first use, as long as there is nothing else to show. */
  empty: ReactNode;
  /** What can be done with a finished result. */
  actions: ReactNode;
}

/** One task on a mail: what it works on, its button, what came of it, and what can be done with that. */
export function MailTaskView<Result extends TaskOutput>(props: MailTaskViewProps<Result>) {
  const { name, task, failure } = props;
  const { state, flow } = task;
  const isTold = state.failure !== undefined || state.notice !== undefined;
  const start = (intent: "run" | "look") => void flow.start(intent);
  return (
    <>
      {props.about}
      <TaskBar
        name={name}
        work={state.work}
        optionsLabel={props.optionsLabel}
        options={props.options}
        field={props.field}
        again={state.outcome !== undefined}
        waiting={props.waiting === true}
        off={props.off}
        onStart={start}
        onCancel={() => flow.cancel()}
      />
      {failure !== undefined && <ConnectionFailure error={failure} />}
      {(isTold || state.outcome !== undefined || state.work.phase === "running") && (
        <LazyPart onBack={() => undefined}>
          <RunNotes state={state} onRetry={() => start("run")} signIn={props.signIn} />
        </LazyPart>
      )}
      {props.result}
      <ResultFeedback state={state} onFeedback={(outcome, feedback) => flow.tell(outcome, { feedback })} />
      {state.work.phase === "idle" && state.outcome === undefined && state.failure === undefined && props.empty}
      {Boolean(props.actions) && <ShellFooter>{props.actions}</ShellFooter>}
      {props.aside}
    </>
  );
}
