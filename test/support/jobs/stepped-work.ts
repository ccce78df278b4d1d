import type { GenerateEvent, Step, StepRunner } from "@genai-office/shared/vocabulary";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { JobWork, RunningJob } from "../../../teams-bot/src/jobs/job-port";
import { stepOf } from "../test-step";

/** A runner that counts what it is asked, and answers each step by its own source. */
export interface CountedRunner extends StepRunner {
  /** Source of each step that was asked, in order. */
  asked: string[];
  /** Source of each step that was answered to its end. */
  finished: string[];
  /** Called before a step is answered; what it throws is the failure of the step. */
  before: ((source: string, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

export function countedRunner(): CountedRunner {
  const runner: CountedRunner = {
    asked: [],
    finished: [],
    before: undefined,
    async *run(step, options): AsyncGenerator<GenerateEvent, void, undefined> {
      const source = step.blocks.map(({ text }) => text).join("");
      runner.asked.push(source);
      try {
        await runner.before?.(source, options?.signal);
      } catch (thrown) {
        yield { type: "failed", error: thrown as GenaiError, partial: "" };
        return;
      }
      if (options?.signal?.aborted === true) {
        yield { type: "aborted", partial: "" };
        return;
      }
      yield { type: "model-switched", from: "first", to: "second", reason: "closed" };
      yield { type: "text-delta", text: "答え：" };
      yield { type: "text-delta", text: source };
      yield { type: "usage", inputTokens: 3, outputTokens: 4 };
      runner.finished.push(source);
      yield { type: "finished", reason: "stop" };
    },
  };
  return runner;
}

export function sourceStep(source: string): Step {
  return { ...stepOf("minutes"), blocks: [{ id: "b1", text: source, kind: "utterance" }] };
}

/** Every event of a step. */
export async function eventsOf(runner: StepRunner, step: Step, signal?: AbortSignal): Promise<GenerateEvent[]> {
  const events: GenerateEvent[] = [];
  for await (const event of runner.run(step, signal === undefined ? {} : { signal })) events.push(event);
  return events;
}

/** Work of `input.steps` steps, one after the other, whose answers are the result. */
export const steppedWork: JobWork = {
  announces: true,
  async perform(job: RunningJob) {
    const { steps } = job.input as { steps: number };
    const answers: string[] = [];
    for (let index = 1; index <= steps; index += 1) {
      const events = await eventsOf(job.runner, sourceStep(`${job.id} ${index}`), job.signal);
      const end = events.at(-1);
      if (end?.type === "failed") throw end.error;
      if (end?.type !== "finished") throw new GenaiError("aborted", "the job was ended");
      answers.push(events.flatMap((event) => (event.type === "text-delta" ? [event.text] : [])).join(""));
      job.progress(index, steps);
    }
    await job.answer({ text: `できました：${answers.length}`, generated: true });
    await job.notice({ text: "お知らせ", generated: false });
    await job.finish({ answers });
  },
};
