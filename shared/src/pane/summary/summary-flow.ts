import type { SummarizeResult } from "../../tasks";
import { summaryLength, type LengthChoice } from "../length-choice";
import {
  createTaskFlow,
  type TaskBasis,
  type TaskChoices,
  type TaskFlow,
  type TaskFlowOptions,
} from "../task/task-flow";
import type { SendPlan } from "../task/task-state";
import type { SummaryEngine, SummarySource } from "./summary-engine";
import { summaryResultText } from "./summary-text";

export { orAbort, tellFindings } from "../task/task-flow";
export { toldError } from "../task/told-error";

/** What the person has set; asked for at each click. */
export interface SummaryChoices extends TaskChoices {
  length: LengthChoice;
  /** Wishes for the summary: the 定型 that was chosen. */
  instruction?: string;
}

export interface SummaryFlowOptions<Source extends SummarySource> extends Omit<
  TaskFlowOptions<Source, SummarizeResult, SummaryEngine>,
  "task" | "choices" | "plan" | "perform" | "resultText"
> {
  choices(): SummaryChoices;
  /** What is to be told of the source before it leaves, such as that parts of it stay. */
  leaving?(source: Source, engine: SummaryEngine): Pick<SendPlan<Source>, "leftOut">;
}

/** What every way to a summary stands on. */
export type SummaryBasis<Source extends SummarySource> = TaskBasis<Source, SummaryEngine>;

/** What the person can do with a summary; see `TaskFlow`. */
export interface SummaryFlow<Source extends SummarySource> extends Omit<
  TaskFlow<Source, SummarizeResult, SummaryEngine>,
  "start"
> {
  /** 要約, or only a look at what would be sent. */
  start(intent: "summarize" | "look"): Promise<void>;
}

/** The way of a summary from click to preview; see `createTaskFlow`. */
export function createSummaryFlow<Source extends SummarySource>(
  options: SummaryFlowOptions<Source>,
): SummaryFlow<Source> {
  const flow = createTaskFlow<Source, SummarizeResult, SummaryEngine>({
    ...options,
    task: "summarize",
    plan(source, engine) {
      const { blocks } = source;
      const { length, language, instruction } = options.choices();
      const wish = instruction === undefined ? {} : { instruction };
      const terms = engine.terms?.({ blocks, language, ...wish }) ?? [];
      return { length, ...wish, ...(terms.length === 0 ? {} : { terms }), ...options.leaving?.(source, engine) };
    },
    perform(engine, { plan, declaredClass, confirmed, run, signal }) {
      const { length, language } = options.choices();
      const request = {
        blocks: plan.source.blocks,
        length: summaryLength(plan.length ?? length),
        language,
        ...(plan.instruction === undefined ? {} : { instruction: plan.instruction }),
        card: plan.card,
        declaredClass,
        confirmed,
        documentHash: plan.source.hash,
      };
      return engine.summarize(request, signal, run, plan.masked);
    },
    resultText: summaryResultText,
  });
  return { ...flow, start: (intent) => flow.start(intent === "look" ? "look" : "run") };
}
