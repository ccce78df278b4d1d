import { createTranslator } from "@genai-office/shared/i18n";
import {
  createSummaryFlow,
  type SendPlan,
  type SummaryEvent,
  type SummarySource,
} from "@genai-office/shared/pane/summary";
import { answerLabel } from "../../../shared/src/pane/summary/summary-text";
import { gate } from "../../../shared/src/pane/summary/gate";
import { modelCard } from "./render-pane";

const server = modelCard({ id: "server", clearance: "1", region: "other" });
const embedded = modelCard({ id: "embedded", contract: "offline", region: "local" });

/** The plan that the send sheet gets for a document with this header. */
async function planFor(
  header: string,
  model?: string,
  { models = [server, embedded], text = "本文である。" } = {},
): Promise<SendPlan> {
  const events: SummaryEvent[] = [];
  const source: SummarySource = { blocks: [{ id: "p1", text, kind: "paragraph" }], hash: "" };
  const flow = createSummaryFlow<SummarySource>({
    engine: () =>
      Promise.resolve({
        ...gate,
        summarize: () => {
          throw new Error("nothing is sent by a look");
        },
        compare: () => {
          throw new Error("nothing is compared by a look");
        },
      }),
    offer: () => Promise.resolve({ models, defaultModel: models[0]!.id }),
    choices: () => ({ length: "300", model, language: "ja" }),
    translator: () => createTranslator("ja"),
    now: () => new Date("2026-11-21T03:00:00Z"),
    connect: () => Promise.resolve({ read: () => Promise.resolve(source) }),
    places: () => ({ headers: [header], footers: [], firstPage: [], fileName: "報告.docx" }),
    dispatch: (event) => events.push(event),
  });
  await flow.start("look");
  const shown = events.find((event) => event.type === "confirming");
  if (shown === undefined) throw new Error(`no plan: ${JSON.stringify(events)}`);
  return shown.plan;
}

test("the model that the class rules out is named beside the one that takes its place", async () => {
  for (const model of [undefined, server.id, "gone from the catalogue"]) {
    const plan = await planFor("機密性2情報", model);
    expect(plan.card.id).toBe(embedded.id);
    expect(plan.passedOver?.id).toBe(server.id);
  }
});

test("nothing is said when the wanted model is the one that is used", async () => {
  expect((await planFor("機密性1情報")).card.id).toBe(server.id);
  expect((await planFor("機密性1情報")).passedOver).toBeUndefined();
  expect((await planFor("機密性2情報", embedded.id)).passedOver).toBeUndefined();
});

test("a model that does not know the language of source or result is passed over for that, and stands in for nobody", async () => {
  const english = modelCard({ id: "english", languages: ["en"] });
  const both = modelCard({ id: "both", languages: ["ja", "en"] });
  const plan = await planFor("機密性1情報", undefined, { models: [english, { ...both, fallbacks: ["english"] }] });
  expect(plan).toMatchObject({ card: { id: "both" }, passedOver: { id: "english" }, passedOverForLanguage: true });
  expect(plan.fallbacks).toEqual([]);
  const foreign = { models: [modelCard(), both], text: "The committee met twice in May." };
  expect((await planFor("機密性1情報", undefined, foreign)).card.id).toBe("both");
  await expect(planFor("機密性1情報", undefined, { models: [english] })).rejects.toThrow("model-cannot-do-task");
});

test("the plan names who answers while the model is closed, and the steps that it takes", async () => {
  const closed = modelCard({ id: "night", hours: { from: "20:00", to: "23:00" }, fallbacks: ["day"] });
  const models = [closed, modelCard({ id: "day" })];
  const plan = await planFor("機密性1情報", undefined, { models, text: "長い文である。".repeat(3000) });
  expect(plan).toMatchObject({ card: { id: "night" }, standIn: { id: "day" } });
  expect(plan.notes?.join("")).toMatch(/\d+回に分けて処理します/);
  expect((await planFor("機密性1情報", "day", { models })).standIn).toBeUndefined();
});

test("while it streams after a switch the label names the model that was switched to", async () => {
  const other = modelCard({ id: "other", name: { ja: "代わりのモデル", en: "Other" } });
  const plan = await planFor("機密性1情報", undefined, { models: [server, other] });
  const t = createTranslator("ja");
  const change = { from: server.id, to: other.id, reason: "unavailable" } as const;
  expect(answerLabel(t, plan, undefined, [change])).toContain("代わりのモデル");
  expect(answerLabel(t, plan, undefined, [])).not.toContain("代わりのモデル");
});
