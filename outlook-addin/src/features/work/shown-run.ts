import type { Translator } from "@genai-office/shared/i18n";
import { answerLabel } from "@genai-office/shared/pane/summary";
import type { SendPlan, TaskOutput } from "@genai-office/shared/pane/task";
import type { MailSource } from "../parts/mail-source";
import type { MailTaskState } from "./use-mail-task";

/** What of a run is shown: the words as they stream, or the result. */
export interface ShownRun<Result extends TaskOutput> {
  label: string;
  streaming: string;
  /** Undefined while it streams. */
  result: Result | undefined;
  plan: SendPlan<MailSource>;
}

/** Until the first words of a new run are there, the earlier result stays. Undefined when there is nothing to show. */
export function shownRun<Result extends TaskOutput>(
  t: Translator,
  { work, outcome }: MailTaskState<Result>,
): ShownRun<Result> | undefined {
  const running = work.phase === "running" && work.preview !== "" ? work : undefined;
  const plan = running?.plan ?? outcome?.plan;
  if (plan === undefined) return undefined;
  const finished = running === undefined ? outcome : undefined;
  const switches = (running === undefined ? outcome?.switches : running.switches) ?? [];
  return {
    label: answerLabel(t, plan, finished, switches),
    streaming: running?.preview ?? "",
    result: finished?.result,
    plan,
  };
}
