import type { TaskName } from "../vocabulary";
import { isRecord } from "./relay-decoder";

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

/** Takes what it knows; a scope of a newer relay is left to the refusals of that relay. */
export function readSwitchedOff(list: readonly unknown[]): SwitchedOff[] {
  return list.flatMap((one): SwitchedOff[] => {
    if (!isRecord(one)) return [];
    const shared = {
      reason: typeof one.reason === "string" ? one.reason : "",
      since: typeof one.since === "number" ? one.since : 0,
    };
    if (one.scope === "whole") return [{ scope: "whole", ...shared }];
    if (one.scope === "task" && typeof one.task === "string")
      return [{ scope: "task", task: one.task as TaskName, ...shared }];
    if (one.scope === "model" && typeof one.model === "string")
      return [{ scope: "model", model: one.model, ...shared }];
    return [];
  });
}
