import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { GenaiError, type ModelCard, type RunReport, type StepRunner } from "@genai-office/shared/vocabulary";
import type { ComparableFlow } from "../../../shared/src/pane/compare/use-comparison";
import CompareView from "../../../shared/src/pane/compare/CompareView";
import { createTranslator } from "@genai-office/shared/i18n";
import { countText } from "@genai-office/shared/language";
import { modelChoices } from "@genai-office/shared/pane/models";
import type { SummaryOutcome, SummarySource } from "@genai-office/shared/pane/summary";
import { axeViolations, modelCard, renderPane } from "./render-pane";
import { ScriptedEngine, summaryOf } from "./scripted-engine";

const a = modelCard();
const b = modelCard({ id: "model-b", name: { ja: "国産モデルB", en: "B" } });
const open = modelCard({ id: "model-c", name: { ja: "海外モデルC", en: "C" }, region: "other", clearance: "1" });
const now = new Date("2026-11-21T03:00:00Z");

function stubWidth(wide: boolean) {
  const list = { matches: wide, addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.defineProperty(window, "matchMedia", { value: () => list, configurable: true });
}

async function show({
  models = [a, b, open],
  header = "○○省",
  wide = false,
  found = undefined as "2" | undefined,
} = {}) {
  stubWidth(wide);
  const engine = new ScriptedEngine();
  const adopted: SummaryOutcome[] = [];
  const source: SummarySource = {
    blocks: [{ id: "p1", text: "転入手続は3万2,410件である。", kind: "paragraph" }],
    hash: "0".repeat(64),
  };
  const flow: ComparableFlow<SummarySource> = {
    prepare: () =>
      Promise.resolve({
        source,
        judgement: engine.judge({ headers: [header], footers: [], firstPage: [], fileName: "", body: [] }),
        engine,
        offer: { models, defaultModel: "model-a" },
        languages: ["ja"],
        size: countText(...source.blocks.map(({ text }) => text)),
      }),
    requireCurrent: () => undefined,
    adopt: (outcome) => adopted.push(outcome),
  };
  let closed = 0;
  const t = createTranslator("ja");
  const { unmount } = renderPane(
    <CompareView
      flow={flow}
      choices={modelChoices(t, models, { found, now })}
      selected="model-a"
      length="300"
      language="ja"
      source="document"
      onShowSource={() => undefined}
      onClose={() => (closed += 1)}
    />,
  );
  await act(async () => undefined);
  return { engine, adopted, closed: () => closed, user: userEvent.setup(), unmount };
}

const column = (id: string) => document.querySelector<HTMLElement>(`[data-part=compare-column][data-model=${id}]`)!;
const run = () => document.querySelector<HTMLElement>("[data-part=compare-run]")!;

async function started(shown: Awaited<ReturnType<typeof show>>) {
  await shown.user.click(run());
  const sheet = await screen.findByRole("dialog");
  await shown.user.click(within(sheet).getByRole("button", { name: "この内容で比べる" }));
  await waitFor(() => expect(shown.engine.comparisons).toHaveLength(1));
}

function ended(card: ModelCard, text: string) {
  const result = summaryOf({ text, sources: ["p1"], layout: "sentence" });
  const finding = {
    guard: "figures",
    code: "figure-not-in-source",
    severity: "error" as const,
    values: { found: "3万" },
    output: { start: 0, end: 2 },
  };
  const findings = card.id === "model-b" ? [finding] : [];
  return {
    type: "column-ended" as const,
    model: card.id,
    column: {
      model: card.id,
      milliseconds: 12_340,
      text,
      findings,
      usage: { inputTokens: 1200, outputTokens: 80 },
      cost: { currency: "JPY", amount: 0.0123 },
      result: { ...result, findings, models: [card.id] },
    },
  };
}

afterEach(() => {
  Reflect.deleteProperty(window, "matchMedia");
  jest.restoreAllMocks();
});

describe("what leaves", () => {
  const masking = async (...[blocks, card]: Parameters<NonNullable<ScriptedEngine["mask"]>>) =>
    Promise.resolve(
      card.refusesPersonalData === true
        ? {
            blocks: blocks.map((block) => ({ ...block, text: `[${card.id}]` })),
            count: 3,
            over: (runner: StepRunner) => runner,
          }
        : undefined,
    );

  it("is masked for all as soon as one of the models refuses personal data, and shown as it leaves", async () => {
    const refusing = modelCard({ id: "model-b", name: { ja: "国産モデルB", en: "B" }, refusesPersonalData: true });
    const shown = await show({ models: [a, refusing] });
    shown.engine.mask = masking;
    await shown.user.click(run());
    const sheet = await screen.findByRole("dialog");
    expect(sheet.textContent).toContain("[model-b]");
    expect(sheet.textContent).not.toContain("3万2,410件");
    expect(sheet.textContent).toContain("氏名、住所、電話番号など3件を記号に置き換えて送り");
    await shown.user.click(within(sheet).getByRole("button", { name: "この内容で比べる" }));
    await waitFor(() => expect(shown.engine.comparisons).toHaveLength(1));
    expect(shown.engine.comparisons[0]!.masked).toMatchObject({ count: 3 });
  });

  it("carries a run for each model; what is found is told of it, and the chosen result keeps it", async () => {
    const shown = await show({ models: [a, b] });
    const reports: RunReport[] = [];
    shown.engine.report = (report) => void reports.push(report);
    await started(shown);
    const { runs = {} } = shown.engine.comparisons[0]!;
    expect(new Set(Object.values(runs)).size).toBe(2);
    await act(async () =>
      shown.engine.emitColumns(ended(a, "増額。"), ended(b, "増額した。"), { type: "completed", columns: [] }),
    );
    await waitFor(() => expect(reports).toEqual([{ run: runs["model-b"], findings: { "figure-not-in-source": 1 } }]));
    await shown.user.click(await screen.findByRole("button", { name: "この結果を使う（国産モデルA）" }));
    expect(shown.adopted[0]?.run).toBe(runs["model-a"]);
  });
});

describe("the choice", () => {
  it("begins with the model in use and the next, and takes up to four", async () => {
    const { user } = await show({ models: [a, b, open, modelCard({ id: "d" }), modelCard({ id: "e" })] });
    expect(run().textContent).toBe("2つのモデルで比べる");
    for (const box of screen.getAllByRole<HTMLInputElement>("checkbox").slice(2, 4)) await user.click(box);
    expect(run().textContent).toBe("4つのモデルで比べる");
    const last = screen.getAllByRole<HTMLInputElement>("checkbox")[4]!;
    expect(last.disabled).toBe(true);
    expect(screen.getByText("一度に比べられるのは4つまでです")).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
  });

  it("offers no model that is not cleared, and no model that is closed, each with its reason", async () => {
    const closed = modelCard({ id: "closed", hours: { from: "08:00", to: "09:00" }, fallbacks: ["model-a"] });
    await show({ models: [a, b, open, closed], found: "2" });
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /海外モデルC/ }).disabled).toBe(true);
    expect(screen.getByText("この文書の機密性では使えません")).toBeTruthy();
    expect(screen.getByText("いまは時間外のため使えません")).toBeTruthy();
  });

  it("says how to connect more when there is one", async () => {
    const { engine, user } = await show({ models: [a] });
    expect(document.querySelector("[data-part=compare-single]")!.textContent).toContain("「国産モデルA」だけ");
    await user.click(run());
    expect(engine.comparisons).toEqual([]);
  });

  it("drops what the document rules out once it was read, and sends nothing", async () => {
    const shown = await show({ header: "機密性2情報" });
    await shown.user.click(screen.getByRole("checkbox", { name: /海外モデルC/ }));
    await shown.user.click(run());
    expect(await screen.findByText(/使えないモデルを外しました：「海外モデルC」。/)).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(run().textContent).toBe("2つのモデルで比べる");
    expect(shown.engine.comparisons).toEqual([]);
  });

  it("lets nothing of class 3 leave", async () => {
    const shown = await show({ header: "機密性3情報" });
    await shown.user.click(run());
    await waitFor(() => expect(document.querySelector("[data-code=confidentiality-blocked]")).not.toBeNull());
    expect(shown.engine.comparisons).toEqual([]);
  });
});

describe("the columns", () => {
  it("have one sheet for all models, with the very text", async () => {
    const shown = await show();
    await shown.user.click(run());
    const sheet = await screen.findByRole("dialog");
    expect(sheet.textContent).toContain("「国産モデルA」（国内で処理）、「国産モデルB」（国内で処理）");
    expect(sheet.textContent).toContain("転入手続は3万2,410件である。");
    await shown.user.click(within(sheet).getByRole("button", { name: "やめる" }));
    expect(shown.engine.comparisons).toEqual([]);
  });

  it("stream side by side where there is room; each ends with length, time, amount and cost, findings at the spot", async () => {
    const shown = await show({ wide: true });
    await started(shown);
    const { engine } = shown;
    expect(engine.comparisons[0]!.cards.map(({ id }) => id)).toEqual(["model-a", "model-b"]);
    expect(engine.comparisons[0]!.makeRequest(b)).toMatchObject({ card: { id: "model-b" }, declaredClass: "none" });
    await act(async () =>
      engine.emitColumns({ type: "column", model: "model-a", event: { type: "preview", text: "転入は" } }),
    );
    await waitFor(() => expect(column("model-a").textContent).toContain("転入は"));
    expect(column("model-b").textContent).toContain("順番を待っています");
    await act(async () => engine.emitColumns(ended(a, "転入は3万2,410件。"), ended(b, "3万件である。")));
    await waitFor(() => expect(column("model-b").textContent).toContain("「3万」は原文にありません。"));
    expect(column("model-a").textContent).toContain(
      "12字・確認が必要な点：0件・12.3秒・処理量：入力1,200・出力80・料金の目安：0.012円",
    );
    expect(column("model-b").querySelector("mark")!.textContent).toBe("3万");
    await act(async () => engine.emitColumns({ type: "completed", columns: [] }));
    expect(await axeViolations()).toEqual([]);
    await shown.user.click(screen.getByRole("button", { name: "この結果を使う（国産モデルB）" }));
    expect(shown.adopted).toMatchObject([{ plan: { card: { id: "model-b" } }, result: { text: "3万件である。" } }]);
    expect(shown.closed()).toBe(1);
  });

  it("stand below each other at 320 px, one of them open", async () => {
    const shown = await show();
    await started(shown);
    await act(async () => shown.engine.emitColumns(ended(a, "甲の要約。"), ended(b, "乙の要約。")));
    await waitFor(() => expect(column("model-a").textContent).toContain("甲の要約。"));
    expect(column("model-b").textContent).not.toContain("乙の要約。");
    await shown.user.click(screen.getByRole("button", { name: "国産モデルB" }));
    expect(column("model-b").textContent).toContain("乙の要約。");
    expect(column("model-a").textContent).not.toContain("甲の要約。");
    expect(await axeViolations()).toEqual([]);
  });

  it("keep what came when one fails or the person stops", async () => {
    const shown = await show({ wide: true });
    await started(shown);
    const error = new GenaiError("unavailable", "x");
    await act(async () =>
      shown.engine.emitColumns(ended(a, "甲の要約。"), {
        type: "column-ended",
        model: "model-b",
        column: { model: "model-b", milliseconds: 5, text: "", findings: [], error },
      }),
    );
    await waitFor(() => expect(column("model-b").querySelector("[data-code=unavailable]")).not.toBeNull());
    expect(within(column("model-b")).queryByRole("button", { name: /使う/ })).toBeNull();
    await shown.user.click(screen.getByRole("button", { name: "中止" }));
    expect(shown.engine.comparisonAborts).toBe(1);
    expect(column("model-a").textContent).toContain("甲の要約。");
  });

  it("that had not ended when the person stops say so; nobody claims that all results are there", async () => {
    const shown = await show({ wide: true });
    await started(shown);
    await act(async () =>
      shown.engine.emitColumns(ended(a, "甲の要約。"), {
        type: "column",
        model: "model-b",
        event: { type: "preview", text: "乙の途中" },
      }),
    );
    await waitFor(() => expect(column("model-b").textContent).toContain("乙の途中"));
    await shown.user.click(screen.getByRole("button", { name: "中止" }));
    expect(column("model-b").querySelector("[data-part=compare-status]")!.textContent).toBe("中止しました");
    expect(column("model-b").textContent).toContain("乙の途中");
    expect(column("model-b").querySelector("[aria-busy=true]")).toBeNull();
    expect(within(column("model-b")).queryByRole("button", { name: /使う/ })).toBeNull();
    expect(screen.getByText("比較を中止しました。結果が届いたモデルは1つです。")).toBeTruthy();
    expect(screen.queryByText(/すべてのモデル/)).toBeNull();
  });

  it("that failed say why, also while they are closed", async () => {
    const shown = await show();
    await started(shown);
    const error = new GenaiError("timeout", "x");
    const failed = { model: "model-b", milliseconds: 5, text: "", findings: [], error };
    await act(async () => shown.engine.emitColumns({ type: "column-ended", model: "model-b", column: failed }));
    await waitFor(() =>
      expect(column("model-b").textContent).toContain("できませんでした：時間内に応答がありませんでした"),
    );
  });

  it("end when the view goes", async () => {
    const shown = await show();
    await started(shown);
    shown.unmount();
    expect(shown.engine.comparisonAborts).toBe(1);
  });
});
