import type { Clearance, ConfidentialityClass, TaskName } from "../vocabulary";

/** The model of a task when the person has chosen none: one for every class, or one for texts up to each class. */
export type DefaultModel = string | Partial<Record<Clearance, string>>;

export type DefaultModels = Partial<Record<TaskName, DefaultModel>>;

/**
 * The default for a task with a text of this class. What is not known to be class 1 is looked up as class 2; class 3 has
 * no model at all. A text of class 1 that has no default of its own takes that of class 2, which may receive it as well.
 */
export function defaultModelFor(
  defaults: DefaultModels | undefined,
  task: TaskName,
  cls: ConfidentialityClass,
): string | undefined {
  const named = defaults?.[task];
  if (named === undefined || cls === "3") return undefined;
  if (typeof named === "string") return named;
  return cls === "2" || cls === "unknown" ? named["2"] : (named["1"] ?? named["2"]);
}
