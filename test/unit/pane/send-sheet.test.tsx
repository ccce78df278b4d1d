import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense, useState } from "react";
import { SendSheet, type SendSheetProps } from "@genai-office/shared/pane";
import type { Block, ConfidentialityClass } from "@genai-office/shared/vocabulary";
import { axeViolations, modelCard, renderPane } from "./render-pane";

const blocks: Block[] = [
  { id: "p1", text: "令和6年度の件数は３万2,410件である。", kind: "paragraph" },
  { id: "p2", text: "  ", kind: "paragraph" },
  { id: "p3", text: "𠮷田課長が説明した。", kind: "paragraph" },
];

async function show(values: Partial<SendSheetProps> = {}) {
  const confirmed: ConfidentialityClass[] = [];
  let closed = 0;
  renderPane(
    <Suspense fallback={null}>
      <SendSheet
        open
        blocks={blocks}
        card={modelCard()}
        found="2"
        clearedForTwo
        ask={false}
        marking={{ where: "header", text: "機密性2情報" }}
        relayIsHere={false}
        onConfirm={(declared) => confirmed.push(declared)}
        onClose={() => (closed += 1)}
        {...values}
      />
    </Suspense>,
  );
  const dialog = await screen.findByRole("dialog");
  return { dialog, confirmed, closed: () => closed, user: userEvent.setup() };
}

const confirmButton = () => screen.getByRole("button", { name: "この内容で要約する" });

describe("SendSheet", () => {
  it("shows the very text that would leave, its size, the model and where the mark stands", async () => {
    const { dialog, confirmed, user } = await show();
    const text = within(dialog).getByRole("region", { name: "送る本文" });
    expect([...text.querySelectorAll("p")].map((line) => line.textContent)).toEqual([blocks[0]!.text, blocks[2]!.text]);
    expect(dialog.textContent).toContain("本文：2段落・31字");
    expect(dialog.textContent).toContain("「国産モデルA」に送られます（国内で処理）");
    expect(dialog.textContent).toContain("機密性2（ヘッダーの「機密性2情報」）");
    await user.click(confirmButton());
    expect(confirmed).toEqual(["2"]);
  });

  it("says what is kept back because nobody sees it, and what could not be looked at", async () => {
    const { dialog } = await show({ hidden: 3, unchecked: 2 });
    expect(dialog.textContent).toContain("画面に表示されない文字（3か所）は送りません。");
    expect(dialog.textContent).toContain("2段落は、表示されない文字がないか確かめられませんでした。");
  });

  it("says nothing of hidden text where there is none", async () => {
    const { dialog } = await show({ hidden: 0 });
    expect(dialog.textContent).not.toContain("表示されない文字");
  });

  it("says that nothing leaves with the embedded engine, and where it runs", async () => {
    const card = modelCard({ contract: "offline", region: "local" });
    const { dialog } = await show({ card, relayIsHere: true });
    expect(dialog.textContent).toContain("何も外に出ません：この端末の中で処理します。");
    expect(dialog.textContent).not.toContain("送られます");
  });

  it("names the model that the class rules out, and the one that takes its place", async () => {
    const card = modelCard({
      id: "embedded",
      name: { ja: "内蔵", en: "Embedded" },
      contract: "offline",
      region: "local",
    });
    const { dialog } = await show({ card, passedOver: modelCard() });
    expect(dialog.textContent).toContain("この文書の機密性では「国産モデルA」を使えないため、「");
  });

  it("names who really receives it while the model is closed, with clearance and region, and who comes after", async () => {
    const closed = modelCard({ id: "night", name: { ja: "夜の国産", en: "Night" } });
    const standIn = modelCard({ id: "b", name: { ja: "海外B", en: "B" }, region: "other", clearance: "1" });
    const { dialog } = await show({ card: closed, standIn, fallbacks: [standIn, modelCard()], found: "1" });
    expect(dialog.textContent).toContain("「夜の国産」は時間外のため、「海外B」（機密性1まで）に送ります。");
    expect(dialog.textContent).toContain("「海外B」に送られます（処理の場所は国内とは限りません）");
    expect(dialog.textContent).toContain("応答できないときは、「国産モデルA」に切り替えます。");
    expect(dialog.textContent).not.toContain("「夜の国産」に送られます");
  });

  it("names a model that does not know the language", async () => {
    const { dialog } = await show({
      passedOver: modelCard({ name: { ja: "英語", en: "E" } }),
      passedOverForLanguage: true,
    });
    expect(dialog.textContent).toContain("この文書の言語では「英語」を使えないため、「国産モデルA」を使います。");
  });

  it("asks for the class, and goes on only with an answer", async () => {
    const { confirmed, user } = await show({
      ask: true,
      found: "unknown",
      marking: { where: "footer", text: "取扱注意" },
    });
    await user.click(confirmButton());
    expect(confirmed).toEqual([]);
    await user.click(screen.getByRole("radio", { name: /機密性1/ }));
    await user.click(confirmButton());
    expect(confirmed).toEqual(["1"]);
  });

  it("refuses class 3", async () => {
    const { confirmed, user } = await show({ ask: true, found: "unknown" });
    await user.click(screen.getByRole("radio", { name: /機密性3/ }));
    expect(screen.getByText("機密性3の文書は送れません。")).toBeTruthy();
    await user.click(confirmButton());
    expect(confirmed).toEqual([]);
  });

  it("refuses a model that is not cleared, whatever the answer is", async () => {
    const { confirmed, user } = await show({ ask: true, found: "unknown", clearedForTwo: false });
    await user.click(screen.getByRole("radio", { name: /機密性1/ }));
    await user.click(confirmButton());
    expect(confirmed).toEqual([]);
    expect(screen.getByText(/はこの文書には使えません/)).toBeTruthy();
  });

  it("does not offer a class below the one that was found", async () => {
    await show({ ask: true, found: "2" });
    expect(screen.queryByRole("radio", { name: /機密性1/ })).toBeNull();
  });

  it("closes with Escape and with やめる, and sends nothing", async () => {
    const { confirmed, closed, user } = await show();
    await user.keyboard("{Escape}");
    expect(closed()).toBe(1);
    await user.click(screen.getByRole("button", { name: "やめる" }));
    expect(closed()).toBe(2);
    expect(confirmed).toEqual([]);
  });

  it("breaks no rule of axe", async () => {
    const { dialog } = await show({ ask: true, found: "unknown" });
    expect(await axeViolations(dialog)).toEqual([]);
  });
});

describe("what leaves besides the text", () => {
  const fold = () => screen.queryByRole("button", { name: /本文に添えて送る定型と用語/ });

  it("is said, and the instruction and the terms are listed on demand", async () => {
    const terms = [
      { source: "基盤", target: "基盤", forbidden: ["プラットフォーム"] },
      { source: "庁", target: "Agency" },
    ];
    const { dialog, user } = await show({ instruction: "三点で書く。", terms });
    expect(dialog.textContent).not.toContain("だけが");
    expect(dialog.textContent).toContain("要約の指示も送ります");
    expect(dialog.textContent).not.toContain("三点で書く。");
    await user.click(fold()!);
    const shown = within(dialog).getByRole("region", { name: "本文に添えて送る定型と用語（3件）" });
    expect([...shown.querySelectorAll("p")].map((line) => line.textContent)).toEqual([
      "定型：三点で書く。",
      "用語：基盤（使わない語：プラットフォーム）",
      "用語：庁 → Agency",
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it("has no fold without any of it, and says nothing where nothing leaves", async () => {
    const { dialog } = await show({ card: modelCard({ contract: "offline", region: "local" }) });
    expect(fold()).toBeNull();
    expect(dialog.textContent).not.toContain("要約の指示も送ります");
  });

  it("does not speak of masking when nothing was masked", async () => {
    const { dialog } = await show({ masked: 0 });
    expect(dialog.textContent).not.toContain("記号に置き換えて");
  });
});

function Task() {
  const [open, setOpen] = useState(true);
  return (
    <Suspense fallback={null}>
      <button data-part="primary">要約</button>
      <SendSheet
        open={open}
        blocks={blocks}
        card={modelCard()}
        found="2"
        clearedForTwo
        ask={false}
        marking={undefined}
        relayIsHere={false}
        onConfirm={() => undefined}
        onClose={() => setOpen(false)}
      />
    </Suspense>
  );
}

test("Esc gives the focus back to the task, also when the sheet lets go of it only later", async () => {
  renderPane(<Task />);
  await screen.findByRole("dialog");
  await userEvent.setup().keyboard("{Escape}");
  const primary = document.querySelector<HTMLElement>("[data-part=primary]")!;
  await waitFor(() => expect(document.activeElement).toBe(primary));
  // What a closing dialog does in a browser, when its last control goes.
  primary.blur();
  await waitFor(() => expect(document.activeElement).toBe(primary));
});

test("Esc that leads to the document beside the pane does not fetch the focus back", async () => {
  renderPane(<Task />);
  await screen.findByRole("dialog");
  const hasFocus = jest.spyOn(document, "hasFocus").mockReturnValue(false);
  try {
    const focused = jest.spyOn(document.querySelector<HTMLElement>("[data-part=primary]")!, "focus");
    await userEvent.setup().keyboard("{Escape}");
    await waitFor(() => expect(hasFocus).toHaveBeenCalled());
    expect(focused).not.toHaveBeenCalled();
  } finally {
    hasFocus.mockRestore();
  }
});
