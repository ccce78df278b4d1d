import { createHash } from "node:crypto";
import {
  asGenaiError,
  type FinishReason,
  type GenerateEvent,
  type SideEvent,
  type Step,
  type StepRunner,
} from "@genai-office/shared/vocabulary";
import type { JobNotes } from "../store/job-notes";

/** What is kept of a step that was finished. */
interface StoredStep {
  text: string;
  /** Who answered, tokens, files: everything but the words, in their order. */
  events: SideEvent[];
  reason: FinishReason;
}

/**
 * A runner whose finished steps are stored before anybody is told that they are finished: after a crash the same step, known by
 * its content, is answered from what is stored, and the model is not asked again. A step that broke off is asked anew. Works
 * only for tasks that cut the same source into the same steps each time, as ours do.
 */
export function checkpointedRunner(runner: StepRunner, notes: Pick<JobNotes, "step" | "storeStep">): StepRunner {
  return {
    async *run(step, options): AsyncGenerator<GenerateEvent, void, undefined> {
      const key = stepKey(step);
      let partial = "";
      const events: SideEvent[] = [];
      try {
        const stored = (await notes.step(key)) as StoredStep | undefined;
        if (stored !== undefined) {
          yield* replay(stored);
          return;
        }
        for await (const event of runner.run(step, options)) {
          if (event.type === "text-delta") partial += event.text;
          else if (event.type === "finished") {
            if (isWhole(event.reason)) await notes.storeStep(key, { text: partial, events, reason: event.reason });
          } else if (isSide(event)) events.push(event);
          yield event;
        }
      } catch (thrown) {
        yield { type: "failed", error: asGenaiError(thrown), partial };
      }
    },
  };
}

/** What enters a document; anything else is no result that a later attempt should go on with. */
function isWhole(reason: FinishReason): boolean {
  return reason === "stop" || reason === "length";
}

function isSide(event: GenerateEvent): event is SideEvent {
  return (
    event.type !== "text-delta" && event.type !== "finished" && event.type !== "failed" && event.type !== "aborted"
  );
}

function* replay({ text, events, reason }: StoredStep): Generator<GenerateEvent, void, undefined> {
  // Who answers is told before the words, as it was.
  yield* events.filter(({ type }) => type === "model-switched");
  if (text !== "") yield { type: "text-delta", text };
  yield* events.filter(({ type }) => type !== "model-switched");
  yield { type: "finished", reason };
}

/** SHA-256 of everything that makes the answer, whatever order its properties come in. The run is the job's, not the step's. */
export function stepKey(step: Step): string {
  return createHash("sha256")
    .update(canonical({ ...step, run: undefined }))
    .digest("hex");
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
