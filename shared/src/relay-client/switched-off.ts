import type { TaskName } from "../vocabulary";
import { isRecord } from "./relay-decoder";
import type { SwitchedOff } from "./switch-for";

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
