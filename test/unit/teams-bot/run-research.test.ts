import { GenaiError, type GenerateEvent, type ResearchStep, type StepRunner } from "@genai-office/shared/vocabulary";
import { createCallerSessions } from "../../../teams-bot/src/caller-sessions";
import { runResearch } from "../../../teams-bot/src/conversations/research/run-research";

const lost = new GenaiError("connection-lost", "x", { retryable: true });
const failed = (error: GenaiError): GenerateEvent => ({ type: "failed", error, partial: "" });
const request = {
  app: { id: "s/t/a", service: "s" },
  inputs: { values: { question: "問い" }, files: {} },
  declaredClass: "none",
  confirmed: false,
} as const;

/** A runner that plays one run after another, and what it was asked. */
function scripted(...runs: GenerateEvent[][]): StepRunner & { steps: ResearchStep[] } {
  const steps: ResearchStep[] = [];
  return {
    steps,
    async *run(step) {
      steps.push(step as ResearchStep);
      yield* runs[steps.length - 1] ?? [];
    },
  };
}

describe("research that takes long", () => {
  it("is taken up again with its ticket when the way to the relay breaks", async () => {
    const runner = scripted(
      [{ type: "accepted", ticket: "t" }, failed(lost)],
      [{ type: "waiting", state: "running", nextLookMs: 1 }, failed(lost)],
      [
        { type: "text-delta", text: "答え" },
        { type: "artifact", name: "a.pdf", content: "" },
        { type: "finished", reason: "stop" },
      ],
    );
    let told = 0;
    const answer = await runResearch(runner, request, async () => void told++, new AbortController().signal, 1);
    expect(answer).toEqual({ text: "答え", files: ["a.pdf"] });
    expect(told).toBe(1);
    expect(runner.steps.map(({ options }) => options.ticket)).toEqual([undefined, "t", "t"]);
    expect(runner.steps[1]!.options.inputs).toEqual({ values: {}, files: {} });
  });

  it("is not made again without a ticket, nor after a failure that stays", async () => {
    const noTicket = scripted([failed(lost)]);
    const wait = (runner: StepRunner) =>
      runResearch(runner, request, async () => undefined, new AbortController().signal, 1);
    await expect(wait(noTicket)).rejects.toBe(lost);
    expect(noTicket.steps).toHaveLength(1);
    const final = new GenaiError("upstream-error", "x");
    await expect(wait(scripted([{ type: "accepted", ticket: "t" }, failed(final)]))).rejects.toBe(final);
  });

  it("gives up when the way stays broken, and at once when the bot stops", async () => {
    const broken = scripted(
      [{ type: "accepted", ticket: "t" }, failed(lost)],
      ...Array.from({ length: 30 }, () => [failed(lost)]),
    );
    const signal = new AbortController().signal;
    await expect(runResearch(broken, request, async () => undefined, signal, 0)).rejects.toBe(lost);
    expect(broken.steps).toHaveLength(21);
    const stopping = AbortSignal.timeout(20);
    const run = runResearch(
      scripted([{ type: "accepted", ticket: "t" }, failed(lost)]),
      request,
      async () => undefined,
      stopping,
    );
    await expect(run).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("sessions of people", () => {
  it("are the same for a person, different between people and bots, and secret enough for the relay", () => {
    const sessions = createCallerSessions("secret");
    expect(sessions("a")).toBe(sessions("a"));
    expect(sessions("a")).not.toBe(sessions("b"));
    expect(sessions("a")).not.toBe(createCallerSessions("other")("a"));
    expect(sessions("a")).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(createCallerSessions(undefined)("a")).not.toBe(createCallerSessions(undefined)("a"));
  });
});
