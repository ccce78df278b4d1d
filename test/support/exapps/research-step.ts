import { randomUUID } from "node:crypto";
import type { AppInputs, GenerateEvent, ResearchStep, RunOptions, StepRunner } from "@genai-office/shared/vocabulary";

/** A step that asks an app one question. */
export function researchStep(
  app: string,
  inputs: Partial<AppInputs> = { values: { question: "行政手続のオンライン化の根拠は。" } },
  change: Partial<ResearchStep["options"]> = {},
): ResearchStep {
  return {
    task: "research",
    promptVersion: "research/1",
    model: decodeURIComponent(app.split("/")[0]!),
    declaredClass: "1",
    confirmed: false,
    documentHash: "0".repeat(64),
    blocks: [],
    options: { app, inputs: { values: {}, files: {}, ...inputs }, sessionId: randomUUID(), ...change },
  };
}

/** All events of a run. */
export async function eventsOf(
  runner: StepRunner,
  step: ResearchStep,
  options: RunOptions = {},
): Promise<GenerateEvent[]> {
  const events: GenerateEvent[] = [];
  for await (const event of runner.run(step, options)) events.push(event);
  return events;
}

/** Text of the answer, and how the run ended: the reason, "aborted", or the code of the failure. */
export function outcomeOf(events: readonly GenerateEvent[]): { text: string; end: string } {
  const text = events.flatMap((event) => (event.type === "text-delta" ? [event.text] : [])).join("");
  const last = events.at(-1);
  const end =
    last?.type === "finished" ? last.reason : last?.type === "failed" ? last.error.code : (last?.type ?? "nothing");
  return { text, end };
}
