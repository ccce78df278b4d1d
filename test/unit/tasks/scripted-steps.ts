import type { GenerateEvent, RunOptions, Step, StepRunner, TaskEvent } from "@genai-office/shared/vocabulary";
import { answered } from "./scripted-runner";

export type StepOf<Task extends Step["task"]> = Extract<Step, { task: Task }>;

/** Answers the steps of one task from a script, and records what it was asked. */
export class ScriptedSteps<Task extends Step["task"]> implements StepRunner {
  readonly steps: StepOf<Task>[] = [];
  running = 0;
  mostRunning = 0;

  constructor(
    private readonly task: Task,
    private readonly script: (step: StepOf<Task>, call: number) => GenerateEvent[] | string,
  ) {}

  async *run(step: Step, options: RunOptions = {}): AsyncGenerator<GenerateEvent, void, undefined> {
    if (step.task !== this.task) throw new Error(`only ${this.task} is scripted`);
    const call = this.steps.push(step as StepOf<Task>);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (options.signal?.aborted === true) {
        yield { type: "aborted", partial: "" };
        return;
      }
      const answer = this.script(step as StepOf<Task>, call);
      yield* typeof answer === "string" ? answered(answer) : answer;
    } finally {
      this.running -= 1;
    }
  }
}

/** All events of a task; fails when there is not exactly one terminal event, at the end. */
export async function eventsOf<Result>(events: AsyncIterable<TaskEvent<Result>>): Promise<TaskEvent<Result>[]> {
  const all: TaskEvent<Result>[] = [];
  for await (const event of events) all.push(event);
  const terminal = all.filter(({ type }) => type === "completed" || type === "failed" || type === "aborted");
  expect(terminal).toEqual([all.at(-1)]);
  return all;
}

/** The result of a task that must complete. */
export async function resultOf<Result>(events: AsyncIterable<TaskEvent<Result>>): Promise<Result> {
  const last = (await eventsOf(events)).at(-1)!;
  if (last.type === "completed") return last.result;
  throw last.type === "failed" ? last.error : new Error(last.type);
}
