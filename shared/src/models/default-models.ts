import { taskNames, type Clearance, type ConfidentialityClass, type TaskName } from "../vocabulary";

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

/** The defaults that name one of these models; a task or class that is left without one takes what may do it. */
export function defaultsAmong(defaults: DefaultModels, ids: ReadonlySet<string>): DefaultModels {
  const kept: DefaultModels = {};
  for (const task of taskNames) {
    const named = defaults[task];
    if (typeof named === "string") {
      if (ids.has(named)) kept[task] = named;
    } else if (named !== undefined) {
      const byClass = Object.fromEntries(Object.entries(named).filter(([, id]) => ids.has(id)));
      if (Object.keys(byClass).length > 0) kept[task] = byClass;
    }
  }
  return kept;
}
