import { createFallbackRunner } from "@genai-office/shared/models";
import { GenaiError, type GenaiErrorCode, type GenerateEvent, type StepRunner } from "@genai-office/shared/vocabulary";
import { stepOf } from "../../support/test-step";
import { modelCard } from "./cards";

const cards = [modelCard("first", { fallbacks: ["second"] }), modelCard("second")];

/** Runs one step after another, a minute or less apart, against a first model that fails with a code. */
async function asked(code: GenaiErrorCode, minutes: readonly number[], retryAfterMs?: number): Promise<string[][]> {
  const perStep: string[][] = [];
  let now = new Date("2026-10-01T12:00:00+09:00");
  const inner: StepRunner = {
    async *run({ model }): AsyncGenerator<GenerateEvent> {
      perStep.at(-1)!.push(model);
      if (model === "first") {
        const error = new GenaiError(code, "scripted", retryAfterMs === undefined ? {} : { retryAfterMs });
        yield { type: "failed", error, partial: "" };
      } else {
        yield { type: "text-delta", text: "答え" };
        yield { type: "finished", reason: "stop" };
      }
    },
  };
  const runner = createFallbackRunner({ runner: inner, cards, now: () => now });
  for (const minute of minutes) {
    now = new Date(Date.parse("2026-10-01T12:00:00+09:00") + minute * 60_000);
    perStep.push([]);
    const events: GenerateEvent[] = [];
    for await (const event of runner.run({ ...stepOf("summarize"), model: "first" })) events.push(event);
    expect(events[0]).toEqual({ type: "model-switched", from: "first", to: "second", reason: code });
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
  }
  return perStep;
}

describe("a model that failed a moment ago", () => {
  test("is left alone for a minute: further steps begin with the next one, and still say why", async () => {
    expect(await asked("unavailable", [0, 0.5, 0.9, 1.1])).toEqual([
      ["first", "second"],
      ["second"],
      ["second"],
      ["first", "second"],
    ]);
  });

  test("is left alone for as long as it asked, at most five minutes", async () => {
    expect(await asked("rate-limited", [0, 0.4, 0.6], 30_000)).toEqual([
      ["first", "second"],
      ["second"],
      ["first", "second"],
    ]);
    expect((await asked("rate-limited", [0, 4, 6], 3_600_000))[2]).toEqual(["first", "second"]);
  });

  test("is asked again when only this step's words did not arrive", async () => {
    expect(await asked("incomplete-stream", [0, 0.1])).toEqual([
      ["first", "second"],
      ["first", "second"],
    ]);
  });
});
