import type { TaskName } from "../vocabulary";

/** Something an operator has switched off: everything, a task, or a model. */
export type SwitchedOff = (
  { scope: "whole" } | { scope: "task"; task: TaskName } | { scope: "model"; model: string }
) & {
  /** What the operator tells people; plain text, may be empty. */
  reason: string;
  /** Milliseconds since 1970. */
  since: number;
};

/** The switch that keeps a task, or a model for any task, from being run; undefined when nothing does. */
export function switchFor(
  switches: readonly SwitchedOff[] | undefined,
  asked: { task?: TaskName; model?: string },
): SwitchedOff | undefined {
  return switches?.find((one) => {
    if (one.scope === "task") return one.task === asked.task;
    return one.scope === "whole" || one.model === asked.model;
  });
}
