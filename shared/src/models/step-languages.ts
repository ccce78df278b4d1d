import type { Step, TaskLanguage } from "../vocabulary";

/** Languages that a model must know for a step; none where the step does not say. */
export function languagesOfStep(step: Step): TaskLanguage[] {
  switch (step.task) {
    case "translate":
      return [step.options.from, step.options.to];
    case "summarize":
    case "reply":
    case "thread":
    case "answer":
    case "ask":
      return [step.options.language];
    case "minutes":
      return [step.options.language ?? "ja"];
    case "research":
    case "chat":
      return [];
  }
}
