import { mappedRunner } from "../machinery/mapped-runner";
import type { GenaiError, GenaiErrorCode, GenerateEvent, StepRunner } from "../../vocabulary";

/** Failures that are about the words of one step and not about the way to the model. */
const aboutTheWords: ReadonlySet<GenaiErrorCode> = new Set<GenaiErrorCode>([
  "output-empty",
  "output-truncated",
  "input-too-large",
  "placeholder-lost",
]);

/**
 * A step that the model could not take or finish (too large, no words, or too many) counts as cut: its missing entries are
 * asked again in smaller steps, and only they are reported, instead of the whole document being lost.
 * @param note is told of the failure, for when nothing at all succeeds
 */
export function forgiving(runner: StepRunner, note: (error: GenaiError) => void): StepRunner {
  return mappedRunner(runner, () => (event) => forgiven(event, note));
}

function forgiven(event: GenerateEvent, note: (error: GenaiError) => void): GenerateEvent {
  if (event.type !== "failed" || !aboutTheWords.has(event.error.code)) return event;
  // Words that came before a name was lost would be taken for good ones.
  if (event.error.code === "placeholder-lost" && event.partial !== "") return event;
  note(event.error);
  return { type: "finished", reason: "length" };
}
