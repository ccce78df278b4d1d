import { asGenaiError } from "../../vocabulary";
import { diagnose } from "../diagnostics";
import { retryable } from "../retryable";
import type { SummarySource } from "../summary/summary-engine";
import type { FlowEngine, TaskFlow } from "./task-flow";
import type { TaskFlowEvent, TaskOutput } from "./task-state";

/** A flow, whatever its task is started with. */
export interface FlowOf<
  Intent,
  Source extends SummarySource,
  Result extends TaskOutput,
  Engine extends FlowEngine,
> extends Omit<TaskFlow<Source, Result, Engine>, "start"> {
  start(intent: Intent): Promise<void>;
}

/**
 * A flow that is loaded with the first click, so that a pane can be used before. What was asked for while it loads is dropped when
 * the person stops it, or the source goes; a flow that does not come is a failure like any other.
 */
export function lazyFlow<Intent, Source extends SummarySource, Result extends TaskOutput, Engine extends FlowEngine>(
  load: () => Promise<FlowOf<Intent, Source, Result, Engine>>,
  dispatch: (event: TaskFlowEvent<Source, Result>) => void,
): FlowOf<Intent, Source, Result, Engine> {
  type Flow = FlowOf<Intent, Source, Result, Engine>;
  let loaded: Flow | undefined;
  let asked = 0;
  const flow = retryable(async () => (loaded = await load()));
  const run = async (work: (flow: Flow) => Promise<void> | void): Promise<void> => {
    asked += 1;
    const own = asked;
    try {
      const known = loaded ?? (await flow());
      if (own === asked) await work(known);
    } catch (thrown) {
      if (own !== asked) return;
      diagnose("a task could not be loaded", thrown);
      dispatch({ type: "failed", failure: { error: asGenaiError(thrown) } });
    }
  };
  return {
    start: (intent) => {
      // The click is seen at once.
      if (loaded === undefined) dispatch({ type: "connecting" });
      return run((known) => known.start(intent));
    },
    confirm: (plan, declared) => run((known) => known.confirm(plan, declared)),
    cancel() {
      asked += 1;
      if (loaded === undefined) dispatch({ type: "cancelled" });
      else loaded.cancel();
    },
    abandon() {
      asked += 1;
      loaded?.abandon();
    },
    close: () => dispatch({ type: "cancelled", silent: true }),
    async prepare(signal) {
      return (await flow()).prepare(signal);
    },
    requireCurrent: (source) => loaded?.requireCurrent(source),
    adopt: (outcome) => void run((known) => known.adopt(outcome)),
    discard: (outcome) => void run((known) => known.discard(outcome)),
    copy: (outcome) => run((known) => known.copy(outcome)),
    tell: (outcome, what) => loaded?.tell(outcome, what),
  };
}
