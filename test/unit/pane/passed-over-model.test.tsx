import { createTranslator } from "@genai-office/shared/i18n";
import {
  createSummaryFlow,
  type SendPlan,
  type SummaryEvent,
  type SummarySource,
} from "@genai-office/shared/pane/summary";
import { gate } from "../../../shared/src/pane/summary/gate";
import { modelCard } from "./render-pane";

const server = modelCard({ id: "server", clearance: "1", region: "other" });
const embedded = modelCard({ id: "embedded", contract: "offline", region: "local" });

/** The plan that the send sheet gets for a document with this header. */
async function planFor(header: string, model?: string): Promise<SendPlan> {
  const events: SummaryEvent[] = [];
  const source: SummarySource = { blocks: [{ id: "p1", text: "本文である。", kind: "paragraph" }], hash: "" };
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
    offer: () => Promise.resolve({ models: [server, embedded], defaultModel: server.id }),
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
