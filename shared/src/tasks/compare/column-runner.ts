import { admit } from "../../guards/confidentiality/admit";
import { GenaiError, type GenerateEvent, type ModelCard, type RunOptions, type StepRunner } from "../../vocabulary";

/**
 * The runner of one column: its words are those of its model and of no other, and a step that the model is not cleared
 * for does not leave. A runner that switches models makes the column fail instead of comparing a model with itself.
 */
export function columnRunner(card: ModelCard, runner: StepRunner): StepRunner {
  return {
    async *run(step, options: RunOptions = {}): AsyncGenerator<GenerateEvent, void, undefined> {
      if (step.model !== card.id) {
        yield failure(new GenaiError("internal", `a step of the column ${card.id} names another model`));
        return;
      }
      const admission = admit({ class: step.declaredClass, decision: "allow" }, card, step.confirmed);
      if (!admission.allowed) {
        yield failure(new GenaiError(admission.code, `class ${step.declaredClass} was not admitted to ${card.id}`));
        return;
      }
      for await (const event of runner.run(step, options)) {
        if (event.type === "model-switched") {
          yield failure(new GenaiError("unavailable", `${card.id} did not answer itself`, { retryable: true }));
          return;
        }
        yield event;
      }
    },
  };
}

function failure(error: GenaiError): GenerateEvent {
  return { type: "failed", error, partial: "" };
}
