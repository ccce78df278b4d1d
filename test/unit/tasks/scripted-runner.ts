import {
  GenaiError,
  type GenerateEvent,
  type ModelCard,
  type RunOptions,
  type Step,
  type StepRunner,
  type SummarizeStep,
} from "@genai-office/shared/vocabulary";

/** A card with room for `sourceTokens` of source, one token per character. */
export function cardWith(contextTokens: number, more: Partial<ModelCard> = {}): ModelCard {
  return {
    id: "scripted",
    name: { ja: "台本", en: "Scripted" },
    maker: "test",
    domestic: true,
    contract: "openai",
    contextTokens,
    outputTokens: 1000,
    tokensPerCharacter: 1,
    clearance: "2",
    region: "jp",
    tasks: ["summarize"],
    languages: ["ja", "en"],
    assumed: [],
    ...more,
  };
}

export type Script = (step: SummarizeStep, call: number) => GenerateEvent[] | string;

/** A runner that answers from a script, in deltas of three characters, and records what it was asked and when. */
export class ScriptedRunner implements StepRunner {
  readonly steps: SummarizeStep[] = [];
  running = 0;
  mostRunning = 0;
  aborted = 0;

  constructor(
    private readonly script: Script,
    private readonly latencyMs = 0,
  ) {}

  async *run(step: Step, options: RunOptions = {}): AsyncGenerator<GenerateEvent, void, undefined> {
    if (step.task !== "summarize") throw new Error("only summaries are scripted");
    const call = this.steps.push(step);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      const cancelled = await wait(this.latencyMs, options.signal);
      if (cancelled) {
        this.aborted += 1;
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

/** A whole answer as events. */
export function answered(text: string, reason: "stop" | "length" = "stop"): GenerateEvent[] {
  const deltas = text.match(/[^]{1,3}/g) ?? [];
  return [
    ...deltas.map((delta): GenerateEvent => ({ type: "text-delta", text: delta })),
    { type: "usage", inputTokens: 100, outputTokens: 10 },
    { type: "finished", reason },
  ];
}

export function failed(code: ConstructorParameters<typeof GenaiError>[0]): GenerateEvent[] {
  return [{ type: "failed", error: new GenaiError(code, "scripted"), partial: "" }];
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve(true);
    const timer = setTimeout(() => resolve(false), milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
