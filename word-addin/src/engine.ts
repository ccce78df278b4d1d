import { admit, judgePlaces } from "@genai-office/shared/guards";
import { summarize } from "@genai-office/shared/tasks";
import type { StepRunner } from "@genai-office/shared/vocabulary";
import type { Engine } from "./pane-services";

/** The gate, and the tasks over a runner. A chunk of its own that comes with the first click on a task. */
export function createEngine(runner: StepRunner): Engine {
  return {
    judge: ({ markings, blocks }) => judgePlaces({ ...markings, body: blocks.map((block) => block.text) }),
    refusal(judgement, card, confirmed) {
      const admission = admit(judgement, card, confirmed);
      return admission.allowed ? undefined : admission.code;
    },
    summarize: (request, signal) => summarize(request, runner, { signal }),
  };
}
