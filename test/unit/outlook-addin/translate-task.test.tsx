import { screen, waitFor } from "@testing-library/react";
import type { TranslateResult } from "@genai-office/shared/tasks";
import { axeViolations } from "../pane/render-pane";
import { mail } from "./memory-mailbox";
import { openPane, part, type OpenPane } from "./open-pane";

const english = mail("E", "Visit on 4 December", "Dear Ms. Yamada,", "Could you confirm that 12 members may visit?");
const japanese = mail("J", "照会", "見積額を回答してください。");

const text = "2名が訪問できるか確認してください。";
const wrong = {
  guard: "figures",
  code: "figure-not-in-source",
  severity: "warning" as const,
  values: { found: "2名" },
  output: { start: 0, end: 2 },
};
type Block = TranslateResult["blocks"][number];

const result: TranslateResult = {
  blocks: [
    { id: "message-1-m1", source: "Dear Ms. Yamada,", text: "山田様", findings: [] },
    { id: "message-1-m2", source: "Could you confirm that 12 members may visit?", text, findings: [wrong] },
    { id: "message-1-m3", source: "Regards", text: "", findings: [] },
  ],
  text: `山田様\n${text}\n`,
  findings: [wrong],
  models: ["model-a"],
  reason: "stop",
};

async function translated(reading = english, prepare?: (pane: OpenPane) => Promise<void>): Promise<OpenPane> {
  const pane = await openPane(reading);
  pane.mails.results.translate = result;
  await pane.user.click(screen.getByRole("tab", { name: "翻訳" }));
  await screen.findByRole("button", { name: "翻訳する" });
  await prepare?.(pane);
  await pane.user.click(screen.getByRole("button", { name: "翻訳する" }));
  await waitFor(() => expect(part("pair")).not.toBeNull());
  return pane;
}

beforeEach(() => {
  window.localStorage.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe("翻訳", () => {
  it("says once of a paragraph that it has no translation, and of the whole how many have none", async () => {
    const pane = await openPane(english);
    const none = {
      guard: "translation",
      code: "block-untranslated",
      severity: "error" as const,
      source: [{ blockId: "message-1-m3", start: 0, end: 7 }],
    };
    const [first, second, third] = result.blocks as [Block, Block, Block];
    pane.mails.results.translate = {
      ...result,
      blocks: [first, second, { ...third, findings: [none] }],
      findings: [wrong, none],
    };
    await pane.user.click(screen.getByRole("tab", { name: "翻訳" }));
    await pane.user.click(await screen.findByRole("button", { name: "翻訳する" }));
    await waitFor(() => expect(part("facts")?.textContent).toBe("確認が必要な点：2件（訳せなかった段落：1件）"));
    const last = [...document.querySelectorAll("[data-part=pair-text]")].at(-1)!;
    expect(last.textContent).not.toContain("（訳せませんでした）");
    expect(last.textContent).toContain("翻訳できませんでした");
  });

  it("puts each paragraph beside its translation, each in its language, with what was found at the spot", async () => {
    const pane = await translated();
    const pairs = [...document.querySelectorAll("[data-part=pair]")].map((pair) => [
      pair.querySelector("[data-part=pair-source]")?.textContent,
      pair.querySelector("[data-part=pair-text]")?.textContent,
    ]);
    expect(pairs).toEqual([
      ["Dear Ms. Yamada,", "山田様"],
      ["Could you confirm that 12 members may visit?", text],
      ["Regards", "（訳せませんでした）"],
    ]);
    expect(part("pair-source")?.lang).toBe("en");
    expect(document.querySelector("[data-part=pair-text] [lang]")?.getAttribute("lang")).toBe("ja");
    expect(document.querySelector("[data-part=pair-text] mark")?.textContent).toBe("2名");
    expect(part("facts")?.textContent).toBe("確認が必要な点：1件（訳せなかった段落：1件）");
    expect(pane.mails.requests.translate[0]).toMatchObject({ from: "en", to: "ja" });
    expect(pane.mails.requests.translate[0]!.blocks.map((block) => block.text)).toEqual([
      "Visit on 4 December",
      "Dear Ms. Yamada,",
      "Could you confirm that 12 members may visit?",
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it("goes into English for a Japanese mail, and as the person says", async () => {
    const pane = await translated(japanese);
    expect(pane.mails.requests.translate[0]).toMatchObject({ from: "ja", to: "en" });
    await pane.user.click(part("options")!);
    await pane.user.selectOptions(await screen.findByRole("combobox", { name: "訳す方向" }), "ja");
    await pane.user.click(screen.getByRole("button", { name: "もう一度" }));
    await waitFor(() => expect(pane.mails.requests.translate).toHaveLength(2));
    expect(pane.mails.requests.translate[1]).toMatchObject({ from: "en", to: "ja" });
  });

  it("is copied with its label, and asks whether it was of use", async () => {
    const pane = await translated();
    await pane.user.click(screen.getByRole("button", { name: "コピー" }));
    expect(await window.navigator.clipboard.readText()).toMatch(/^【AIによる下書き・翻訳】国産モデルA\n山田様\n/);
    await waitFor(() => expect(part("feedback")).not.toBeNull());
    expect(pane.mailbox.written).toEqual([]);
  });

  it("does not send the subject that a person drops", async () => {
    const pane = await translated(english, async ({ user }) => {
      await user.click(part("parts-change")!);
      await waitFor(() => expect(document.querySelector("[data-part-of=subject]")).not.toBeNull());
      await user.click(document.querySelector("[data-part-of=subject]")!);
    });
    expect(JSON.stringify(pane.mails.requests.translate[0]!.blocks)).not.toContain("Visit on");
  });
});
