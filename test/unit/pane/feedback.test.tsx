import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createTranslator } from "@genai-office/shared/i18n";
import {
  createSummaryFlow,
  type SummaryEvent,
  type SummaryOutcome,
  type SummarySource,
} from "@genai-office/shared/pane/summary";
import type { RunReport } from "@genai-office/shared/vocabulary";
import FeedbackRow from "../../../shared/src/pane/summary/FeedbackRow";
import { axeViolations, modelCard, renderPane } from "./render-pane";
import { ScriptedEngine, summaryOf } from "./scripted-engine";

describe("the question whether a result was of use", () => {
  async function row() {
    const told: RunReport["feedback"][] = [];
    const user = userEvent.setup();
    const { container } = renderPane(<FeedbackRow onFeedback={(feedback) => told.push(feedback)} />);
    return { told, user, container };
  }
  const press = (name: string) => screen.getByRole("button", { name });

  it("takes a yes, thanks, and asks no more", async () => {
    const { told, user } = await row();
    await user.click(press("役に立った"));
    expect(told).toEqual([{ helpful: true }]);
    expect(screen.getByText("お答えを記録しました。")).toBe(document.activeElement);
    expect(screen.queryAllByRole("button")).toEqual([]);
  });

  it("takes a no at once, and then a reason to choose; nothing can be typed", async () => {
    const { told, user, container } = await row();
    expect(await axeViolations()).toEqual([]);
    await user.click(press("役に立たなかった"));
    expect(told).toEqual([{ helpful: false }]);
    expect(await axeViolations()).toEqual([]);
    expect(container.querySelectorAll("input, textarea")).toHaveLength(0);
    await user.click(press("数字や日付の誤り"));
    expect(told.at(-1)).toEqual({ helpful: false, reason: "wrong-figure" });
  });
});

describe("what a pane tells of a run", () => {
  class TellingEngine extends ScriptedEngine {
    runs: (string | undefined)[] = [];
    reports: RunReport[] = [];
    override summarize(
      ...[request, signal, run]: Parameters<NonNullable<ScriptedEngine["summarize"]>> & [unknown, unknown, string?]
    ) {
      this.runs.push(run);
      return super.summarize(request, signal);
    }
    override report(report: RunReport): void {
      this.reports.push(report);
    }
  }

  it("is the findings by code when it ends, and what the person did; every step carries the id of the run", async () => {
    const engine = new TellingEngine();
    const events: SummaryEvent<SummarySource>[] = [];
    const source: SummarySource = {
      blocks: [{ id: "p1", text: "予算は増額する。", kind: "paragraph" }],
      hash: "0".repeat(64),
    };
    const flow = createSummaryFlow<SummarySource>({
      engine: () => Promise.resolve(engine),
      offer: () => Promise.resolve({ models: [modelCard()], defaultModel: "model-a" }),
      choices: () => ({ length: "300" as never, model: undefined, language: "ja" }),
      translator: () => createTranslator("ja"),
      now: () => new Date("2026-06-01T03:00:00Z"),
      connect: () => Promise.resolve({ read: () => Promise.resolve(source) }),
      places: () => ({ headers: [], footers: [], firstPage: [], fileName: "" }),
      dispatch: (event) => void events.push(event),
    });
    const started = flow.start("summarize");
    while (engine.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    const finding = { guard: "figures", code: "figure-not-in-source", severity: "error" as const };
    engine.emit({
      type: "completed",
      result: { ...summaryOf({ text: "増額。", sources: ["p1"] } as never), findings: [finding, finding] },
    });
    await started;
    const outcome = events.flatMap((event) => (event.type === "completed" ? [event.outcome] : []))[0] as SummaryOutcome;
    expect(outcome.run).toMatch(/^[0-9a-f-]{36}$/);
    expect(engine.runs).toEqual([outcome.run]);
    flow.tell(outcome, { decision: "undone" });
    const withoutRun = { ...outcome };
    delete withoutRun.run;
    flow.tell(withoutRun, { decision: "accepted" });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(engine.reports).toEqual([
      { run: outcome.run, findings: { "figure-not-in-source": 2 } },
      { run: outcome.run, decision: "undone" },
    ]);
    expect(JSON.stringify(engine.reports)).not.toContain("予算");
    // The column of a comparison that was chosen: accepted, and not rejected when it is put away later.
    engine.reports = [];
    const adopted = { ...outcome, run: crypto.randomUUID() };
    flow.adopt(adopted);
    flow.discard(adopted);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(engine.reports).toEqual([{ run: adopted.run, decision: "accepted" }]);
    expect(events.at(-1)).toMatchObject({ type: "discarded", rejected: false });
  });
});
