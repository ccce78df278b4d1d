import { createTranslator } from "@genai-office/shared/i18n";
import type { RunReport } from "@genai-office/shared/vocabulary";
import { createWordDocument } from "@genai-office/word-addin/document";
import { buildDocx } from "../../../support/docx-builder";
import { openInNode, type WordInNode } from "../../../support/word-in-node";
import { modelCard } from "../../pane/render-pane";
import { ScriptedEngine, summaryOf } from "../../pane/scripted-engine";
import { createEditWatch, type EditWatch } from "../../../../word-addin/src/features/summarize/edit-watch";
import { createSummarizeController } from "../../../../word-addin/src/features/summarize/summarize-controller";
import type { SummarizeEvent } from "../../../../word-addin/src/features/summarize/summarize-state";
import type { SummaryOutcome } from "@genai-office/shared/pane/summary";
import type { AppliedEdits, DocumentReading } from "../../../../word-addin/src/document/document-port";

class TellingEngine extends ScriptedEngine {
  reports: RunReport[] = [];
  override report(report: RunReport): void {
    this.reports.push(report);
  }
}

const suggestion = "待ち時間は18分に短くなった。来年度は窓口を2か所増やす。";

let word: WordInNode;
let watch: EditWatch | undefined;

afterEach(() => {
  watch?.close();
  word.dispose();
});

/** A summary of a document in the emulated Word, as far as its actions. */
async function summarized(afterMs = 60_000) {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  word = await openInNode(buildDocx({ body: ["窓口の待ち時間を調べた。", "以上。"].map(paragraph).join("") }));
  const engine = new TellingEngine();
  const events: SummarizeEvent[] = [];
  watch = createEditWatch(afterMs);
  const controller = createSummarizeController({
    engine: () => Promise.resolve(engine),
    offer: () => Promise.resolve({ models: [modelCard()], defaultModel: "model-a" }),
    choices: () => ({ length: "300", model: undefined, language: "ja" }),
    translator: () => createTranslator("ja"),
    now: () => new Date("2026-06-01T03:00:00Z"),
    connect: () => Promise.resolve({ document: port }),
    dispatch: (event) => void events.push(event),
    watch,
  });
  const port = createWordDocument();
  const run = async () => {
    const before = engine.requests.length;
    const started = controller.start("summarize");
    while (engine.requests.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
    engine.emit({ type: "completed", result: summaryOf({ text: suggestion, sources: ["p1"], layout: "sentence" }) });
    await started;
    return events.flatMap((event) => (event.type === "completed" ? [event.outcome] : [])).at(-1)!;
  };
  const handles = (): AppliedEdits[] => events.flatMap((event) => (event.type === "applied" ? [event.handle] : []));
  return { controller, engine, events, run, handles, outcome: await run() };
}

/** What the person changes in the document. */
const edit = (words: string, replacement: string) =>
  Word.run(async (context) => {
    const found = context.document.body.search(words);
    found.load("text");
    await context.sync();
    found.items[0]!.insertText(replacement, "Replace");
    await context.sync();
  });

const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

const edits = (engine: TellingEngine) => engine.reports.flatMap((report) => report.edits ?? []);

const characters = Array.from(suggestion).length;

it("tells 0 when nobody changed anything, the distance when somebody did, each once, and never a text", async () => {
  const { controller, engine, outcome } = await summarized();
  await controller.apply(outcome, "insert");
  expect(edits(engine)).toEqual([]);
  await controller.look();
  await controller.look();
  expect(edits(engine)).toEqual([{ distance: 0, characters }]);
  await edit("2か所", "３か所");
  await edit("短くなった", "短縮された");
  await controller.look();
  await controller.look();
  // 2 -> ３, and くなっ -> 縮され.
  expect(edits(engine)).toEqual([
    { distance: 0, characters },
    { distance: 4, characters },
  ]);
  expect(engine.reports.every(({ run }) => run === outcome.run)).toBe(true);
  expect(JSON.stringify(engine.reports)).not.toMatch(/窓口|待ち時間/);
});

it("looks before the next run, and keeps the runs apart", async () => {
  const { controller, engine, outcome, run } = await summarized();
  await controller.apply(outcome, "replace");
  await edit("18分", "十八分");
  const second = await run();
  await settled();
  expect(engine.reports.filter(({ edits }) => edits !== undefined)).toEqual([
    { run: outcome.run, edits: { distance: 2, characters } },
  ]);
  expect(second.run).not.toBe(outcome.run);
});

it("looks by itself after a while", async () => {
  const { controller, engine, outcome } = await summarized(40);
  await controller.apply(outcome, "insert");
  await edit("18分", "18分間");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(edits(engine)).toEqual([{ distance: 1, characters }]);
});

it("looks when taking back fails because it was edited; what was taken back has no figure", async () => {
  const { controller, engine, outcome, handles, events } = await summarized();
  await controller.apply(outcome, "insert");
  await edit("18分", "19分");
  await controller.undo(handles()[0]!);
  await settled();
  expect(events.at(-1)).toMatchObject({ type: "unwritten", error: { code: "undo-impossible" } });
  expect(edits(engine)).toEqual([{ distance: 1, characters }]);
  await edit("19分", "18分");
  await controller.undo(handles()[0]!);
  await controller.look();
  expect(engine.reports.at(-1)).toEqual({ run: outcome.run, decision: "undone" });
});

it("has no figure for what was copied or commented", async () => {
  const { controller, engine, outcome } = await summarized();
  await controller.apply(outcome, "comment");
  await controller.look();
  expect(engine.reports).toEqual([{ run: outcome.run, decision: "accepted" }]);
});

it("looks with at most two round trips, and says nothing when Word does not answer", async () => {
  const { controller, engine, outcome } = await summarized();
  await controller.apply(outcome, "insert");
  const round = () => word.office.syncs.filter(({ cleanup }) => !cleanup).length;
  const before = round();
  await controller.look();
  expect(round() - before).toBeLessThanOrEqual(2);
  const warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const broken: EditWatch = createEditWatch();
  const told: unknown[] = [];
  broken.watch({ edits: 1, undo: () => Promise.resolve(), look: () => Promise.reject(new Error("busy")) }, (figure) =>
    told.push(figure),
  );
  await broken.look();
  broken.close();
  expect(told).toEqual([]);
  expect(warned).toHaveBeenCalled();
  warned.mockRestore();
  expect(engine.reports).toHaveLength(2);
});

it("counts as rejected what is discarded unused, and only that", async () => {
  const { controller, engine, outcome, run, handles } = await summarized();
  const decisions = () => engine.reports.flatMap(({ decision }) => decision ?? []);
  const second: SummaryOutcome<DocumentReading> = await run();
  expect(decisions()).toEqual([]);
  controller.discard(second);
  await settled();
  expect(engine.reports).toEqual([{ run: second.run, decision: "rejected" }]);
  await controller.apply(outcome, "insert");
  controller.discard(outcome);
  await settled();
  expect(decisions()).toEqual(["rejected", "accepted"]);
  await controller.undo(handles()[0]!);
  controller.discard(outcome);
  await settled();
  expect(decisions()).toEqual(["rejected", "accepted", "undone", "rejected"]);
});
