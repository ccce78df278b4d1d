import { GenaiError, type GenerateEvent, type ResearchStep, type StepRunner } from "@genai-office/shared/vocabulary";
import type { ResearchRequest } from "@genai-office/shared/tasks/research";
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

describe("one run of an app", () => {
  const run = (runner: StepRunner, change: Partial<ResearchRequest> = {}, tickets: string[] = []) =>
    runResearch(runner, { ...request, ...change }, async (ticket) => void tickets.push(ticket), signal);
  const { signal } = new AbortController();

  it("gives the answer with the names of its files", async () => {
    const runner = scripted([
      { type: "text-delta", text: "答" },
      { type: "text-delta", text: "え" },
      { type: "artifact", name: "a.pdf", content: "" },
      { type: "finished", reason: "stop" },
    ]);
    expect(await run(runner)).toEqual({ kind: "answered", answer: { text: "答え", files: ["a.pdf"] } });
  });

  it("hands the ticket on, and waits for nobody; with a ticket nothing of the question leaves", async () => {
    const tickets: string[] = [];
    const waiting: GenerateEvent = { type: "waiting", state: "running", nextLookMs: 30_000 };
    const runner = scripted([{ type: "accepted", ticket: "t" }, waiting, failed(lost)], [waiting]);
    expect(await run(runner, {}, tickets)).toEqual({ kind: "waiting", nextLookMs: 30_000 });
    expect(tickets).toEqual(["t"]);
    expect(await run(runner, { ticket: "t" }, tickets)).toEqual({ kind: "waiting", nextLookMs: 30_000 });
    expect(runner.steps.map(({ options }) => [options.ticket, options.inputs.values])).toEqual([
      [undefined, { question: "問い" }],
      ["t", {}],
    ]);
  });

  it.each<[string, GenerateEvent[], string]>([
    ["fails", [failed(lost)], "connection-lost"],
    ["was filtered", [{ type: "finished", reason: "content_filter" }], "content-blocked"],
    ["stopped for a reason that nobody knows", [{ type: "finished", reason: "other" }], "upstream-error"],
    [
      "gives nothing",
      [
        { type: "text-delta", text: " " },
        { type: "finished", reason: "stop" },
      ],
      "output-empty",
    ],
    ["ends silently", [], "incomplete-stream"],
  ])("says so when it %s", async (_name, events, code) => {
    expect(await run(scripted(events))).toMatchObject({ kind: "failed", error: { code } });
  });

  it("is ended by who asked, and fails when the ticket cannot be kept", async () => {
    await expect(run(scripted([{ type: "aborted", partial: "" }]))).rejects.toMatchObject({ code: "aborted" });
    const away = new Error("the database is away");
    const kept = runResearch(
      scripted([{ type: "accepted", ticket: "t" }]),
      request,
      () => Promise.reject(away),
      signal,
    );
    await expect(kept).rejects.toBe(away);
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
