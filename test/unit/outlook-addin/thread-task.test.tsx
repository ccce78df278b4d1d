import { screen, waitFor, within } from "@testing-library/react";
import type { ThreadSummaryResult } from "@genai-office/shared/tasks";
import { axeViolations } from "../pane/render-pane";
import { mail } from "./memory-mailbox";
import { openPane, part, select, type OpenPane } from "./open-pane";

const quotation = [
  "-----Original Message-----",
  "From: 佐藤 次郎 <sato@example.go.jp>",
  "Sent: Monday, November 2, 2026 9:00 AM",
  "Subject: 【照会】改修について",
  "",
  "予算の上限は3,200万円です。",
].join("\n");
const inquiry = {
  ...mail("A", "Re: 【照会】改修について", "11月20日までに見積額を回答してください。", quotation),
  attachments: [{ id: "1", name: "様式.xlsx" }],
};
const notice = mail("B", "停電のお知らせ", "11月28日に停電します。");

const bullet = (text: string, source = "message-2") => ({ text, sources: [source], layout: "bullet" as const });
const result: ThreadSummaryResult = {
  requests: [
    {
      statement: bullet("見積額を回答する"),
      asker: "鈴木 一郎",
      date: "2026-11-02",
      due: "11月20日",
      ofMe: true,
    },
    {
      statement: bullet("範囲を知らせる", "message-1"),
      asker: "山田 花子",
      date: "",
      due: "未定",
      ofMe: false,
      of: "鈴木",
      condition: "変更がある場合のみ",
      answeredBy: "message-2",
    },
  ],
  decisions: [],
  openPoints: [{ statement: bullet("上限は3,200万円"), who: "佐藤 次郎", date: "2026-11-02" }],
  text: "見積額を回答する\n範囲を知らせる\n上限は3,200万円",
  paragraphs: ["見積額を回答する", "範囲を知らせる", "上限は3,200万円"],
  unsupported: [{ section: "decision", statement: bullet("工事は中止"), reason: "nothing-cited" }],
  findings: [],
  models: ["model-a"],
};

async function summedUp(reading = inquiry): Promise<OpenPane> {
  const pane = await openPane(reading);
  pane.mails.results.thread = result;
  await pane.user.click(screen.getByRole("button", { name: "要点をまとめる" }));
  await waitFor(() => expect(part("section-mine")).not.toBeNull());
  return pane;
}

const boxes = () =>
  [...document.querySelectorAll<HTMLInputElement>("[data-part-of]")].map((box) => [
    box.getAttribute("data-part-of"),
    box.checked,
    box.disabled,
  ]);
const box = (name: string) => document.querySelector(`[data-part-of=${name}]`)!;

beforeEach(() => {
  window.localStorage.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe("スレッド要約", () => {
  it("is begun by who pressed the button before the pane was there", async () => {
    let started = true;
    const take = () => started && !(started = false);
    const pane = await openPane(inquiry, { early: { hadFocus: false, take } });
    await waitFor(() => expect(pane.mails.requests.thread).toHaveLength(1));
    expect(part("primary")?.textContent).toBe("中止");
  });

  it("is given up again where the pane turns out to stand beside a draft", async () => {
    const early = { hadFocus: false, take: () => true };
    const draft = { ...inquiry, identity: "draft", kind: "draft" as const };
    const pane = await openPane(draft, { early, before: (mailbox) => (mailbox.held = true) });
    await waitFor(() => expect(part("primary")?.textContent).toBe("返信案を作る"));
    pane.mailbox.release();
    await waitFor(() => expect(part("primary")?.dataset["phase"]).toBe("idle"));
    expect([pane.mails.requests.thread, part("send-sheet")]).toEqual([[], null]);
  });

  it("tells who asks what by when, mine first, with message and date, and what was taken out", async () => {
    const pane = await summedUp();
    expect(part("section-mine")?.textContent).toBe(
      "あなたに依頼されていること見積額を回答する期限：11月20日　鈴木 一郎・2026/11/02",
    );
    expect(part("section-others")?.textContent).toContain(
      "期限：未定　条件：変更がある場合のみ　相手：鈴木　山田 花子・回答済み",
    );
    expect(part("section-decisions")?.textContent).toContain("見つかりませんでした。");
    expect(part("section-open")?.textContent).toContain("佐藤 次郎・2026/11/02");
    expect(document.body.textContent).not.toContain("工事は中止");
    await pane.user.click(screen.getByRole("button", { name: "取り除いた行（1件）" }));
    expect(document.querySelector("del")?.textContent).toBe("工事は中止");
    expect(await axeViolations()).toEqual([]);
  });

  it("sends each mail with who wrote it when, and shows the words of the one that a line rests on", async () => {
    const pane = await summedUp();
    expect(pane.mails.requests.thread[0]).toMatchObject({
      blocks: [
        {
          id: "message-1",
          text: "予算の上限は3,200万円です。",
          label: expect.stringMatching(/^佐藤 次郎 \/ 2026-11-02/),
        },
        {
          id: "message-2",
          text: "11月20日までに見積額を回答してください。",
          label: expect.stringMatching(/^鈴木 一郎 \/ .* \/ Re: 【照会】改修について \/ 添付：様式\.xlsx$/),
        },
      ],
      me: ["山田 花子", "hanako.yamada@example.go.jp"],
    });
    await pane.user.click(document.querySelector("[data-part=section-mine] [data-part=statement]")!);
    await waitFor(() => expect(part("source")?.textContent).toContain("11月20日までに見積額を回答してください。"));
    await select(pane, notice);
    expect([part("source"), part("preview")]).toEqual([null, null]);
  });

  it("moves from line to line with the arrow keys, as one stop of the Tab key", async () => {
    const pane = await summedUp();
    const lines = [...document.querySelectorAll<HTMLElement>("[data-part=statement]")];
    expect(lines.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    lines[0]!.focus();
    await pane.user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toBe(lines[2]);
    await pane.user.keyboard("{Home}");
    expect(document.activeElement).toBe(lines[0]);
  });
});

describe("the parts that leave", () => {
  it("are named, and each can be dropped, but not all mails", async () => {
    const pane = await openPane(inquiry);
    pane.mails.results.thread = result;
    await waitFor(() => expect(part("parts")?.textContent).toContain("件名・本文（引用を含む）・添付ファイル名1件"));
    await pane.user.click(part("parts-change")!);
    await screen.findByRole("checkbox", { name: "引用されている過去のメール1通" });
    expect(boxes()).toEqual([
      ["subject", true, false],
      ["newest", true, false],
      ["quoted", true, false],
      ["attachment", true, false],
    ]);
    await pane.user.click(box("newest"));
    expect(boxes()).toEqual([
      ["subject", true, false],
      ["newest", false, false],
      ["quoted", true, true],
      ["attachment", false, true],
    ]);
    await pane.user.click(box("subject"));
    expect(part("parts")?.textContent).toContain("使う部分：過去のメール1通 ");
    await pane.user.click(screen.getByRole("button", { name: "要点をまとめる" }));
    await waitFor(() => expect(part("section-mine")).not.toBeNull());
    const sent = JSON.stringify(pane.mails.requests.thread[0]!.blocks);
    expect(sent).toContain("3,200万円");
    expect(sent).not.toMatch(/11月20日|照会|様式/);
  });

  it("are asked about when what was dropped is marked more strictly, and never of class 3 by its subject", async () => {
    const pane = await openPane({ ...inquiry, attachments: [{ id: "1", name: "【機密性3情報】様式.xlsx" }] });
    pane.mails.results.thread = result;
    await pane.user.click(screen.getByRole("button", { name: "要点をまとめる" }));
    expect((await screen.findByRole("alert")).getAttribute("data-code")).toBe("confidentiality-blocked");
    await pane.user.click(part("parts-change")!);
    await waitFor(() => expect(box("attachment")).not.toBeNull());
    await pane.user.click(box("attachment"));
    await pane.user.click(screen.getByRole("button", { name: "要点をまとめる" }));
    const sheet = within(await screen.findByRole("dialog"));
    expect(sheet.getByText(/外した部分に、送る部分より厳しい格付の表示があります/)).toBeTruthy();
    expect(pane.mails.requests.thread).toEqual([]);
    await pane.user.click(sheet.getByRole("button", { name: "やめる" }));
    await select(pane, { ...inquiry, identity: "C", subject: "【機密性3情報】方針" });
    await waitFor(() => expect(part("class-badge")?.textContent).toBe("機密性3"));
    await pane.user.click(part("parts-change")!);
    await waitFor(() => expect(box("subject")).not.toBeNull());
    await pane.user.click(box("subject"));
    await pane.user.click(screen.getByRole("button", { name: "要点をまとめる" }));
    expect((await screen.findByRole("alert")).getAttribute("data-code")).toBe("confidentiality-blocked");
    expect(pane.mails.requests.thread).toEqual([]);
  });

  it("begin anew with another message", async () => {
    const pane = await openPane(inquiry);
    await pane.user.click(part("parts-change")!);
    await waitFor(() => expect(box("subject")).not.toBeNull());
    await pane.user.click(box("subject"));
    await waitFor(() => expect(part("parts")?.textContent).not.toContain("件名・"));
    await select(pane, notice);
    await waitFor(() => expect(part("parts")?.textContent).toContain("件名・本文"));
  });
});
