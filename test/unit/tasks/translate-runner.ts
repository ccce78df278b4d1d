import { parseNumberedBlocks } from "@genai-office/shared/prompts";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import {
  type Block,
  type GenerateEvent,
  type RunOptions,
  type Step,
  type StepRunner,
  type TaskEvent,
  type TranslateStep,
} from "@genai-office/shared/vocabulary";
import type { TranslateRequest, TranslateResult } from "@genai-office/shared/tasks";
import { answered, cardWith } from "./scripted-runner";

export type TranslateScript = (step: TranslateStep, call: number) => GenerateEvent[] | string;

/** A runner of translate steps that answers from a script and records what it was asked. */
export class TranslateRunner implements StepRunner {
  readonly steps: TranslateStep[] = [];
  running = 0;
  mostRunning = 0;

  constructor(
    private readonly script: TranslateScript = (step) => faithful(step),
    private readonly latencyMs: (call: number) => number = () => 0,
  ) {}

  async *run(step: Step, options: RunOptions = {}): AsyncGenerator<GenerateEvent, void, undefined> {
    if (step.task !== "translate") throw new Error("only translations are scripted");
    const call = this.steps.push(step);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      await new Promise((resolve) => setTimeout(resolve, this.latencyMs(call)));
      if (options.signal?.aborted === true) {
        yield { type: "aborted", partial: "" };
        return;
      }
      const answer = this.script(step, call);
      yield* typeof answer === "string" ? answered(answer) : answer;
    } finally {
      this.running -= 1;
    }
  }
}

/** One entry for each block of the step, in the form that models are asked for. */
export function faithful(step: TranslateStep): string {
  return step.blocks.map(({ text }, index) => `[[${index + 1}]] ${pseudo(text, step.options.to)}`).join("\n");
}

/**
 * A deterministic "translation": as many sentences as the source and its figures, in letters of the other language, of a
 * length that a translation has.
 */
export function pseudo(text: string, to: "ja" | "en"): string {
  if (to === "en") {
    return text
      .replace(/[０-９]/g, (digit) => digit.normalize("NFKC"))
      .replace(/。 */g, ". ")
      .replace(/、/g, ", ")
      .replace(/\s*\n\s*/g, " [[/]] ")
      .replace(
        /[\u3041-\u30ff\u3400-\u9fff々ー]+/g,
        (run) => ` ${"abcde ".repeat(run.length).slice(0, Math.ceil(run.length * 2.3))} `,
      )
      .replace(/ +/g, " ")
      .trim();
  }
  return text
    .replace(/[A-Za-z' ]+/g, (run) => "訳文の字".repeat(run.length).slice(0, Math.ceil(run.length / 2.3)))
    .replace(/\./g, "。")
    .replace(/\s*\n\s*/g, " [[/]] ");
}

export function paragraphs(...texts: string[]): Block[] {
  return texts.map((text, index) => ({ id: `b${index + 1}`, kind: "paragraph", text }));
}

export function requestOf(blocks: readonly Block[], more: Partial<TranslateRequest> = {}): TranslateRequest {
  return {
    blocks,
    from: "ja",
    to: "en",
    card: cardWith(8000, { tasks: ["translate"], outputTokens: 2000 }),
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    ...more,
  };
}

export interface TranslateRun {
  events: TaskEvent<TranslateResult>[];
  result: TranslateResult;
  /** What a reader of the preview sees at the end. */
  preview: string;
  error: GenaiError | undefined;
}

/** Runs to the end and checks that there is exactly one terminal event, the last. */
export async function runTranslation(run: AsyncIterable<TaskEvent<TranslateResult>>): Promise<TranslateRun> {
  const events: TaskEvent<TranslateResult>[] = [];
  for await (const event of run) events.push(event);
  const terminals = events.filter(({ type }) => type === "completed" || type === "aborted" || type === "failed");
  const last = events.at(-1)!;
  if (terminals.length !== 1 || terminals[0] !== last) throw new Error("not exactly one terminal event at the end");
  let preview = "";
  for (const event of events) {
    if (event.type === "preview") preview = event.restarted === true ? event.text : preview + event.text;
  }
  return {
    events,
    result: last.type === "completed" ? last.result : (undefined as unknown as TranslateResult),
    preview,
    error: last.type === "failed" ? last.error : undefined,
  };
}

/** The entries of an answer, read back. */
export function entriesOf(answer: string, count: number): (string | undefined)[] {
  return parseNumberedBlocks(answer, count).texts;
}
