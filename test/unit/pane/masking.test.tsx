import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense, useState } from "react";
import { createSummaryBackend, SummarySendSheet, type SendPlan } from "@genai-office/shared/pane/summary";
import type { RelayClient } from "@genai-office/shared/relay-client";
import type { Block, GenerateEvent, ModelCard, Step } from "@genai-office/shared/vocabulary";
import MaskOption from "../../../shared/src/pane/summary/MaskOption";
import { modelCard, renderPane } from "./render-pane";

const blocks: Block[] = [
  { id: "p1", kind: "paragraph", text: "山田太郎課長（03-3581-1234）が、件数は500件であると説明した。" },
];
const refusing = modelCard({ id: "refusing", refusesPersonalData: true });
const open = modelCard({ id: "open" });

/** A relay whose model writes the first placeholder back, and that keeps what it was sent. */
function relayClient(sent: Step[], policy: "where-refused" | "always" | "off"): RelayClient {
  return {
    async *run(step: Step): AsyncGenerator<GenerateEvent> {
      sent.push(step);
      await Promise.resolve();
      const name = /\[PERSON-[A-Z]+\]/.exec(step.blocks[0]!.text)?.[0] ?? "山田太郎";
      yield { type: "text-delta", text: `${name.slice(0, 5)}` };
      yield { type: "text-delta", text: `${name.slice(5)}課長が、件数は500件であると説明した。[1]` };
      yield { type: "finished", reason: "stop" };
    },
    fetchModels: () => Promise.resolve({ models: [refusing, open], defaultModel: "refusing" }),
    fetchSettings: () =>
      Promise.resolve({
        masking: { default: policy, publicRoles: [] },
        glossaries: [],
        notices: [],
        templates: [],
        switchedOff: [],
      }),
  } as unknown as RelayClient;
}

async function engineOf(sent: Step[] = [], policy: "where-refused" | "always" | "off" = "where-refused") {
  const backend = createSummaryBackend("https://relay.example.jp/", () => Promise.resolve(relayClient(sent, policy)));
  await backend.models();
  return backend.engine();
}

describe("氏名などを伏せて送る", () => {
  it("is on where the model refuses personal data, off elsewhere, and as the person or the ministry wants", async () => {
    const engine = await engineOf();
    expect(await engine.mask!(blocks, refusing, undefined)).toMatchObject({ count: 2 });
    expect(await engine.mask!(blocks, open, undefined)).toBeUndefined();
    expect(await engine.mask!(blocks, open, true)).toMatchObject({ count: 2 });
    expect(await engine.mask!(blocks, refusing, false)).toBe("unmasked");
    expect(await engine.mask!(blocks, modelCard({ region: "local" }), true)).toBeUndefined();
    expect(await (await engineOf([], "always")).mask!(blocks, open, undefined)).toMatchObject({ count: 2 });
    expect(await (await engineOf([], "off")).mask!(blocks, refusing, undefined)).toBeUndefined();
  });

  it("shows in the send sheet the very text that leaves, and brings the names back into the result", async () => {
    const sent: Step[] = [];
    const engine = await engineOf(sent);
    const masked = await engine.mask!(blocks, refusing, undefined);
    if (typeof masked !== "object") throw new Error("nothing was masked");
    const plan = {
      source: { blocks, hash: "" },
      card: refusing,
      judgement: { class: "none", decision: "allow", markings: [] },
      length: "300",
      masked,
    } as unknown as SendPlan;
    renderPane(
      <Suspense fallback={null}>
        <SummarySendSheet plan={plan} relayIsHere={false} onConfirm={() => undefined} onClose={() => undefined} />
      </Suspense>,
    );
    const dialog = await screen.findByRole("dialog");
    const shown = within(dialog).getByRole("region", { name: "送る本文" }).textContent;
    expect(shown).not.toMatch(/山田|3581/);
    expect(dialog.textContent).toContain("氏名、住所、電話番号など2件を記号に置き換えて送り");

    const request = {
      blocks,
      card: refusing,
      length: { kind: "characters", characters: 30 },
      language: "ja",
      declaredClass: "none",
      confirmed: false,
      documentHash: "0".repeat(64),
    } as const;
    const events = [];
    for await (const event of engine.summarize(
      { ...request, blocks },
      new AbortController().signal,
      undefined,
      masked,
    )) {
      events.push(event);
    }
    expect(sent[0]!.blocks[0]!.text).toBe(shown);
    expect(sent[0]!.masked).toBe(true);
    expect(events.at(-1)).toMatchObject({
      type: "completed",
      result: { text: "山田太郎課長が、件数は500件であると説明した。" },
    });
  });

  it("sends as it is, and tells the relay so, when the person does not want it", async () => {
    const sent: Step[] = [];
    const engine = await engineOf(sent);
    const request = {
      blocks,
      card: refusing,
      length: { kind: "characters" as const, characters: 30 },
      language: "ja" as const,
      declaredClass: "none" as const,
      confirmed: false,
      documentHash: "0".repeat(64),
    };
    for await (const event of engine.summarize(request, new AbortController().signal, undefined, "unmasked"))
      void event;
    expect(sent[0]).toMatchObject({ masked: false, blocks: [{ text: blocks[0]!.text }] });
  });

  it("holds for every column of a comparison, each of which is a run of its own", async () => {
    const sent: Step[] = [];
    const engine = await engineOf(sent);
    const masked = await engine.mask!(blocks, refusing, undefined);
    const runs = { refusing: crypto.randomUUID(), open: crypto.randomUUID() };
    const makeRequest = (card: ModelCard) => ({
      blocks,
      card,
      length: { kind: "characters" as const, characters: 30 },
      language: "ja" as const,
      declaredClass: "none" as const,
      confirmed: false,
      documentHash: "0".repeat(64),
    });
    const texts: string[] = [];
    const comparison = { cards: [refusing, open], makeRequest, runs, ...(masked === undefined ? {} : { masked }) };
    for await (const event of engine.compare(comparison, new AbortController().signal))
      if (event.type === "completed") texts.push(...event.columns.map(({ text }) => text));
    expect(texts).toEqual(Array(2).fill("山田太郎課長が、件数は500件であると説明した。"));
    expect(new Set(sent.map(({ model, run, masked }) => [model, run, masked].join(" ")))).toEqual(
      new Set([`refusing ${runs.refusing} true`, `open ${runs.open} true`]),
    );
    expect(JSON.stringify(sent)).not.toMatch(/山田|3581/);
  });

  it("is a box to tick, which says why it is on", async () => {
    function Option() {
      const [checked, setChecked] = useState(true);
      return <MaskOption checked={checked} refuses onChange={setChecked} />;
    }
    renderPane(<Option />);
    const box = screen.getByRole<HTMLInputElement>("checkbox", {
      name: /氏名などを伏せて送る.*個人情報を含む文章を受け付けません/,
    });
    expect(box.checked).toBe(true);
    await userEvent.setup().click(box);
    expect(box.checked).toBe(false);
  });
});

test("the ministry's terms that leave are those that the text and the wish speak of", async () => {
  const term = (ja: string, forbidden: string) => ({ ja, en: ja, forbidden: [forbidden] });
  const terms = [term("基盤", "プラットフォーム"), term("説明会", "セミナー"), term("対面", "オフライン")];
  const glossaries = [{ id: "g", version: "1", languages: ["ja", "en"], terms }];
  const client = relayClient([], "off");
  const settings = async () => ({ ...(await client.fetchSettings()), glossaries });
  const backend = createSummaryBackend("https://relay.example.jp/", () =>
    Promise.resolve({ ...client, fetchSettings: settings } as unknown as RelayClient),
  );
  const engine = await backend.engine();
  const source = [{ id: "p1", kind: "paragraph" as const, text: "新しいプラットフォームを作った。" }];
  expect(engine.terms!({ blocks: source, language: "ja", instruction: "説明会のことを書く。" })).toEqual(
    expect.arrayContaining([
      { source: "基盤", target: "基盤", forbidden: ["プラットフォーム"] },
      { source: "説明会", target: "説明会", forbidden: ["セミナー"] },
    ]),
  );
  expect(engine.terms!({ blocks: source, language: "ja" })).toHaveLength(1);
});
