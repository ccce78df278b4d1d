import { act, screen, waitFor, within } from "@testing-library/react";
import { createTranslator, errorText } from "@genai-office/shared/i18n";
import { OfficeScriptError } from "@genai-office/shared/pane/office";
import { GenaiError, genaiErrorCodes } from "@genai-office/shared/vocabulary";
import { en } from "../../../outlook-addin/src/texts/en";
import { ja } from "../../../outlook-addin/src/texts/ja";
import { axeViolations } from "../pane/render-pane";
import { type ScriptedEngine, summaryOf } from "../pane/scripted-engine";
import { mail } from "./memory-mailbox";
import { openPane, part, select, type OpenPane } from "./open-pane";

const summary = summaryOf({ text: "期限は11月20日である。", sources: ["message-1-m2"], layout: "sentence" });
const inquiry = mail("A", "【照会】予約の実績", "お世話になっております。", "11月20日までに回答してください。");
const notice = mail("B", "停電のお知らせ", "11月28日に停電します。");
const classTwo = mail("C", "【機密性2情報】見積り", "見積額は1,250万円です。");
const restricted = mail("D", "【機密性3情報】方針", "方針の案です。");

/** The pane at 要約, which is one of its tasks. */
async function openSummary(...first: Parameters<typeof openPane>): Promise<OpenPane> {
  const pane = await openPane(...first);
  await pane.user.click(screen.getByRole("tab", { name: "要約" }));
  return pane;
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const emit = (pane: OpenPane, ...events: Parameters<ScriptedEngine["emit"]>) =>
  act(async () => {
    pane.engine.emit(...events);
  });

async function running(pane: OpenPane): Promise<void> {
  await pane.user.click(button("要約"));
  await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
}

async function summarized(pane: OpenPane): Promise<void> {
  await running(pane);
  await emit(pane, { type: "planned", steps: 1 }, { type: "completed", result: summary });
  await screen.findByText(/食い違いは見つかりませんでした/);
}

beforeEach(() => {
  window.localStorage.clear();
  // Failures are told at the console as well; here they are meant to happen.
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe("the message shown", () => {
  it("tells invisible characters in names with their place", async () => {
    const hidden = [{ text: "U+202E", reason: "bidi" as const, place: "attachment" }];
    const pane = await openSummary({ ...inquiry, hidden });
    await waitFor(() => expect(part("hidden-text")?.getAttribute("data-alarming")).toBe("true"));
    await pane.user.click(button("内容を見る"));
    expect(part("hidden-text")?.textContent).toContain("添付ファイル名：文字の向きを変える制御文字：U+202E");
  });

  it("stands above with sender, date and class, before anything is asked", async () => {
    const pane = await openSummary(classTwo);
    expect(part("scope")!.textContent).toBe("【機密性2情報】見積り");
    expect(part("sender")!.textContent).toContain("鈴木 一郎・2026/11/02");
    await waitFor(() => expect(part("class-badge")!.textContent).toBe("機密性2"));
    expect(pane.engine.requests).toHaveLength(0);
    expect(await axeViolations()).toEqual([]);
  });

  it("changes with the selection, with and without a subject, and says when there is none", async () => {
    const pane = await openSummary();
    await select(pane, { ...notice, subject: "" });
    expect(part("scope")!.textContent).toBe("（件名なし）");
    await select(pane, undefined);
    // Outlook shows none for a moment between two.
    await waitFor(() => expect(part("scope")!.textContent).toBe("メールが選ばれていません"));
    await pane.user.click(button("要約"));
    expect((await screen.findByRole("alert")).textContent).toContain("受信したメールを選んで");
  });

  it("does not get the class of the message before", async () => {
    const pane = await openSummary(restricted, { before: (mailbox) => (mailbox.held = true) });
    await select(pane, notice);
    await act(async () => pane.mailbox.release());
    await waitFor(() => expect(part("class-badge")!.textContent).toBe("機密性の表示なし"));
  });
});

describe("a summary", () => {
  it("is made of the body alone, with its class and hash, and can only be copied", async () => {
    const pane = await openSummary();
    await summarized(pane);
    expect(pane.engine.requests[0]).toMatchObject({
      blocks: [{ text: "お世話になっております。" }, { text: "11月20日までに回答してください。" }],
      length: { kind: "characters", characters: 300 },
      declaredClass: "none",
      documentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const actions = [...document.querySelectorAll("[data-action]")].map((element) => element.textContent);
    expect(actions).toEqual(["コピー"]);
    await pane.user.click(button("コピー"));
    expect(await window.navigator.clipboard.readText()).toBe(
      "【AIによる下書き・要約】国産モデルA\n期限は11月20日である。",
    );
    expect(screen.getAllByText("コピーしました。").length).toBeGreaterThan(0);
  });

  it("keeps back the earlier mails that a person drops, and names no part that it does not use", async () => {
    const pane = await openSummary(
      mail(
        "Q",
        "Re: 【照会】予約の実績",
        "実績は次のとおりです。",
        "-----Original Message-----\nFrom: 佐藤 次郎 <sato@example.go.jp>\nSent: Monday, November 2, 2026 9:00 AM\nSubject: 【照会】予約の実績\n\n予算の上限は3,200万円です。",
      ),
    );
    await waitFor(() => expect(part("parts")!.textContent).toContain("使う部分：本文（引用を含む）"));
    await pane.user.click(part("parts-change")!);
    const quoted = await screen.findByRole("checkbox", { name: "引用されている過去のメール1通" });
    expect(screen.queryByRole("checkbox", { name: "件名" })).toBeNull();
    await pane.user.click(quoted);
    await running(pane);
    expect(pane.engine.requests[0]!.blocks.map(({ text }) => text)).toEqual(["実績は次のとおりです。"]);
  });

  it("shows the paragraph that a sentence rests on", async () => {
    const pane = await openSummary();
    await summarized(pane);
    await pane.user.click(part("statement")!);
    expect(within(part("source") as HTMLElement).getByText("11月20日までに回答してください。")).toBeTruthy();
    await pane.user.click(button("もとの段落を閉じる"));
    expect(part("source")).toBeNull();
  });

  it("of class 2 always waits for the send sheet, and is copied with its class", async () => {
    const pane = await openSummary(classTwo);
    await pane.user.click(button("要約"));
    const sheet = await screen.findByRole("dialog");
    expect(sheet.textContent).toContain("見積額は1,250万円です。");
    expect(sheet.textContent).toContain("ここに示していない件名・氏名・宛先や、添付ファイルの中身は送りません。");
    expect(pane.engine.requests).toHaveLength(0);
    await pane.user.click(within(sheet).getByRole("button", { name: "この内容で要約する" }));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    expect(pane.engine.requests[0]!.declaredClass).toBe("2");
    await emit(pane, { type: "completed", result: summary });
    await pane.user.click(await screen.findByRole("button", { name: "コピー" }));
    expect(await window.navigator.clipboard.readText()).toMatch(/・機密性2情報\n/);
  });

  it("of class 3 is refused before anything leaves", async () => {
    const pane = await openSummary(restricted);
    await pane.user.click(button("要約"));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("このメールは送れません");
    expect(alert.textContent).toContain("件名に「機密性3");
    expect(pane.engine.requests).toHaveLength(0);
  });

  it("can be stopped", async () => {
    const pane = await openSummary();
    await running(pane);
    await pane.user.click(button("中止"));
    expect(pane.engine.aborts).toBe(1);
    expect(screen.getAllByText("中止しました。メールは変わっていません。").length).toBeGreaterThan(0);
  });
});

describe("another message selected in the middle", () => {
  const stopped = "別のメールが選ばれたため、前のメールの作業を止めました。";

  it("while it is read: nothing is sent", async () => {
    const pane = await openSummary();
    await waitFor(() => expect(pane.mailbox.reads).toBe(1));
    pane.mailbox.held = true;
    await pane.user.click(button("要約"));
    await select(pane, notice);
    await act(async () => pane.mailbox.release());
    expect(pane.engine.requests).toHaveLength(0);
    expect(part("scope")!.textContent).toBe("停電のお知らせ");
    expect(screen.getAllByText(stopped).length).toBeGreaterThan(0);
  });

  it("while it is written: the run is aborted and its words do not show", async () => {
    const pane = await openSummary();
    await running(pane);
    await emit(pane, { type: "preview", text: "期限は" });
    await waitFor(() => expect(part("streaming")!.textContent).toBe("期限は"));
    await select(pane, notice);
    expect(pane.engine.aborts).toBe(1);
    await emit(pane, { type: "completed", result: summary });
    expect(part("preview")).toBeNull();
    expect(screen.getAllByText(stopped).length).toBeGreaterThan(0);
    expect(button("要約")).toBeTruthy();
  });

  it("without Outlook telling of it, before the click: the pane shows it and asks for another click", async () => {
    const pane = await openSummary();
    await select(pane, notice, false);
    await pane.user.click(button("要約"));
    await waitFor(() => expect(part("scope")!.textContent).toBe("停電のお知らせ"));
    expect(pane.engine.requests).toHaveLength(0);
    await running(pane);
    expect(pane.engine.requests[0]!.blocks[0]!.text).toBe("11月28日に停電します。");
  });

  it("without Outlook telling of it, while the send sheet is open: its text does not leave", async () => {
    const pane = await openSummary(classTwo);
    await pane.user.click(button("要約"));
    const sheet = await screen.findByRole("dialog");
    await select(pane, notice, false);
    await pane.user.click(within(sheet).getByRole("button", { name: "この内容で要約する" }));
    await waitFor(() => expect(part("scope")!.textContent).toBe("停電のお知らせ"));
    expect(pane.engine.requests).toHaveLength(0);
  });

  it("after a summary: the result goes with its message", async () => {
    const pane = await openSummary();
    await summarized(pane);
    await pane.user.click(part("statement")!);
    await select(pane, notice);
    expect(part("preview")).toBeNull();
    expect(part("source")).toBeNull();
    expect(document.body.textContent).not.toContain(stopped);
  });
});

describe("words", () => {
  it("tells the administrator which address is blocked", async () => {
    await openSummary(inquiry, { boot: new OfficeScriptError("https://blocked.example/office.js") });
    expect(screen.getByRole("alert").textContent).toContain("https://blocked.example/office.js");
    expect(screen.getByRole("alert").textContent).toContain("Outlook とつなぐ");
  });

  it("says so when it is not inside Outlook", async () => {
    await openSummary(inquiry, { boot: new GenaiError("host-unsupported", "x") });
    expect(screen.getByRole("alert").textContent).toBe("この画面は Outlook の中で開いてください。");
  });

  it("speaks of mails, not of documents, in every error that a mail can meet", () => {
    // What only a document can meet.
    const writing = /^(document-(has-revisions|has-hidden-text)|edit-|rollback-|undo-)/;
    for (const code of genaiErrorCodes.filter((candidate) => !writing.test(candidate))) {
      expect([code, errorText(createTranslator("ja", ja), code)]).toEqual([
        code,
        expect.not.stringMatching(/文書|Word|範囲|段落|要約/),
      ]);
      expect([code, errorText(createTranslator("en", en), code)]).toEqual([
        code,
        expect.not.stringMatching(/document|Word|selection|paragraph|summar/i),
      ]);
    }
  });

  it("words the same texts in both languages", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
  });
});
