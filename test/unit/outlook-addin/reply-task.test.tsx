import { screen, waitFor, within } from "@testing-library/react";
import type { ReplyResult } from "@genai-office/shared/tasks";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { axeViolations } from "../pane/render-pane";
import { mail } from "./memory-mailbox";
import { openPane, part, select, type OpenPane } from "./open-pane";

const inquiry = mail("A", "【照会】改修について", "見積額はいくらですか。", "工期はいつまでですか。");
const notice = mail("B", "停電のお知らせ", "11月28日に停電します。");

const text = "鈴木様\n\nお世話になっております。\n\n見積額は2,980万円です。\n\n工期は【要確認】です。\n\n以上";
const drafted: ReplyResult = {
  parts: {
    salutation: "鈴木様",
    greeting: "お世話になっております。",
    conclusion: "見積額は2,980万円です。",
    details: "工期は【要確認】です。",
    closing: "以上",
    signature: "",
  },
  text,
  questions: [
    { text: "見積額はいくらですか。", blockId: "message-1", answered: true },
    { text: "工期はいつまでですか。", blockId: "message-1", answered: false },
  ],
  findings: [
    {
      guard: "figures",
      code: "figure-not-in-source",
      severity: "warning",
      values: { found: "2,980万円" },
      output: { start: text.indexOf("2,980"), end: text.indexOf("です。") },
    },
  ],
  models: ["model-a"],
};

async function withDraft(reading = inquiry, prepare?: (pane: OpenPane) => void): Promise<OpenPane> {
  const pane = await openPane(reading);
  pane.mails.results.reply = drafted;
  prepare?.(pane);
  if (reading.kind === "received") await pane.user.click(screen.getByRole("tab", { name: "返信案" }));
  await pane.user.type(await screen.findByRole("textbox", { name: /伝えたいこと/ }), "2,980万円");
  await pane.user.click(screen.getByRole("button", { name: "返信案を作る" }));
  await waitFor(() => expect(part("questions")).not.toBeNull());
  return pane;
}

const deliver = (pane: OpenPane, name = "返信の下書きを開く") => pane.user.click(screen.getByRole("button", { name }));
const told = (words: string) => waitFor(() => expect(part("notice")?.textContent).toContain(words));

beforeEach(() => {
  window.localStorage.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe("返信案", () => {
  it("says when no more words go into the wish", async () => {
    const pane = await openPane(inquiry);
    await pane.user.click(screen.getByRole("tab", { name: "返信案" }));
    const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: /伝えたいこと/ });
    await pane.user.click(field);
    await pane.user.paste("了".repeat(1_999));
    expect(screen.queryByText(/これより後の文字は入りません/)).toBeNull();
    await pane.user.paste("承知しました");
    expect(field.value).toHaveLength(2_000);
    expect(screen.queryByText(/2,?000字までです。これより後の文字は入りません/)).not.toBeNull();
  });

  it("shows each part with what was found in it, and which questions are open", async () => {
    const pane = await withDraft();
    expect(part("reply-salutation")?.textContent).toBe("宛名鈴木様");
    expect(part("reply-signature")).toBeNull();
    expect(part("reply-conclusion")?.querySelector("mark")?.textContent).toBe("2,980万円");
    const states = [...document.querySelectorAll("[data-part=questions] li")].map(({ textContent }) => textContent);
    expect(states).toEqual(["見積額はいくらですか。回答済み", "工期はいつまでですか。要確認"]);
    expect(pane.mails.requests.reply).toMatchObject([
      { intention: "2,980万円", tone: "polite", language: "ja", sender: "山田 花子", blocks: [{ kind: "message" }] },
    ]);
    expect(pane.mailbox.written).toEqual([]);
    expect(await axeViolations()).toEqual([]);
  });

  it("opens as one draft with its label, and counts as taken", async () => {
    const pane = await withDraft();
    await deliver(pane);
    await told("返信の下書きを開きました。送信はご自身で");
    expect(pane.mailbox.written).toMatchObject([{ how: "reply", into: "A" }]);
    const { html } = pane.mailbox.written[0]!.draft;
    expect(html).toMatch(/^<p>【AIによる下書き・返信案】国産モデルA/);
    expect(html).toContain("<p>見積額は2,980万円です。</p>");
    expect(pane.mails.reports).toContainEqual(expect.objectContaining({ decision: "accepted" }));
  });

  it("goes to all when the person wants it, in the person's own words", async () => {
    const pane = await withDraft();
    await pane.user.click(part("options")!);
    await pane.user.click(await screen.findByRole("checkbox", { name: "全員に返信する" }));
    await pane.user.click(part("edit")!);
    const field = screen.getByRole("textbox", { name: "返信の文面" });
    await pane.user.clear(field);
    await pane.user.type(field, "<b>承知</b>しました。");
    await deliver(pane);
    await told("返信の下書きを開きました。");
    expect(pane.mailbox.written[0]).toMatchObject({ how: "replyAll", into: "A" });
    expect(pane.mailbox.written[0]!.draft.html).toContain("<p>&lt;b&gt;承知&lt;/b&gt;しました。</p>");
  });

  it("is written nowhere when another message was selected, told or not", async () => {
    const pane = await withDraft();
    await select(pane, notice, false);
    await deliver(pane);
    await waitFor(() => expect(part("scope")?.textContent).toBe("停電のお知らせ"));
    expect(pane.mailbox.written).toEqual([]);
    expect(document.body.textContent).not.toContain("2,980万円");
  });

  it("is written nowhere when it happens on the way, and can still be copied", async () => {
    const pane = await withDraft(inquiry, ({ mailbox }) => {
      mailbox.beforeWrite = () => mailbox.select(notice, false);
    });
    await deliver(pane);
    const alert = await screen.findByRole("alert");
    expect(alert.getAttribute("data-code")).toBe("document-changed");
    await told("返信案は「コピー」で使えます。");
    expect(pane.mailbox.written).toEqual([]);
    await pane.user.click(screen.getByRole("button", { name: "コピー" }));
    expect(await window.navigator.clipboard.readText()).toContain("見積額は2,980万円です。");
  });

  it("warns until the person has looked, when the form may be a reply to another message", async () => {
    const pane = await withDraft(inquiry, ({ mailbox }) => (mailbox.opens = "elsewhere"));
    await deliver(pane);
    await waitFor(() => expect(part("reply-elsewhere")?.textContent).toContain("「【照会】改修について」への返信案"));
    await select(pane, notice);
    expect(part("reply-elsewhere")).not.toBeNull();
    expect(pane.mails.reports.filter(({ decision }) => decision === "accepted")).toEqual([]);
    await pane.user.click(screen.getByRole("button", { name: "確かめました" }));
    expect(part("reply-elsewhere")).toBeNull();
  });

  it("warns of each such form, one after the other", async () => {
    const pane = await withDraft(inquiry, ({ mailbox }) => (mailbox.opens = "elsewhere"));
    await deliver(pane);
    await waitFor(() => expect(part("reply-elsewhere")).not.toBeNull());
    await deliver(pane);
    await waitFor(() => expect(pane.mailbox.written).toHaveLength(2));
    await told("別のメールへの返信として開いたおそれがあります。");
    await pane.user.click(screen.getByRole("button", { name: "確かめました" }));
    expect(part("reply-elsewhere")).not.toBeNull();
    await pane.user.click(screen.getByRole("button", { name: "確かめました" }));
    expect(part("reply-elsewhere")).toBeNull();
  });

  it("says that nobody knows whether a form opened when Outlook does not answer", async () => {
    const fails = ({ mailbox }: OpenPane) => (mailbox.failure = new GenaiError("timeout", "no answer"));
    const pane = await withDraft(inquiry, fails);
    await deliver(pane);
    await told("返信の画面が開いたか確かめられませんでした。");
  });

  it("says it of the text of a draft, too", async () => {
    const quoted = "元の質問です。";
    const draft = mail(
      "draft",
      "Re: 【照会】改修について",
      `\n\n-----Original Message-----\nFrom: 鈴木 一郎 <suzuki@example.go.jp>\nSent: Monday, November 2, 2026 9:00 AM\nSubject: 【照会】改修について\n\n${quoted}`,
    );
    const fails = ({ mailbox }: OpenPane) => (mailbox.failure = new GenaiError("timeout", "no answer"));
    const pane = await withDraft({ ...draft, kind: "draft" }, fails);
    expect(pane.mails.requests.reply[0]!.blocks.map((block) => block.text)).toEqual([quoted]);
    await deliver(pane, "本文の先頭に差し込む");
    await told("差し込めたか確かめられませんでした。");
  });

  it("asks whether it was of use, and why it was put away", async () => {
    const pane = await withDraft();
    await waitFor(() => expect(part("feedback")).not.toBeNull());
    await pane.user.click(document.querySelector("[data-action=discard]")!);
    await waitFor(() => expect(pane.mails.reports).toContainEqual(expect.objectContaining({ decision: "rejected" })));
    await waitFor(() => expect(part("feedback")?.textContent).toContain("どこがよくありませんでしたか"));
    expect(part("preview")).toBeNull();
  });

  it("names in the sheet everything that leaves besides the mails", async () => {
    const pane = await openPane(inquiry);
    await pane.user.click(screen.getByRole("tab", { name: "返信案" }));
    await pane.user.type(await screen.findByRole("textbox", { name: /伝えたいこと/ }), "了解");
    await pane.user.click(part("look")!);
    const sheet = within(await screen.findByRole("dialog"));
    for (const words of ["伝えたいこと：了解", "あなたの名前：山田 花子", "鈴木 一郎 / 2026-11-02"]) {
      expect(sheet.getByRole("region").textContent).toContain(words);
    }
    expect(pane.mails.requests.reply).toEqual([]);
  });
});
