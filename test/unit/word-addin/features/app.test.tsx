import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { GenaiError, type RunReport } from "@genai-office/shared/vocabulary";
import { App } from "../../../../word-addin/src/App";
import type { OfficeConnection } from "../../../../word-addin/src/office/connect-office";
import { OfficeScriptError } from "@genai-office/shared/pane/office";
import { axeViolations } from "../../pane/render-pane";
import { MemoryDocument } from "./memory-document";
import { OfferingEngine, summary } from "./offering-engine";

interface Pane {
  document: MemoryDocument;
  engine: OfferingEngine;
  user: ReturnType<typeof userEvent.setup>;
  /** Lets Office become ready. */
  connect(): Promise<void>;
}

async function openPane(options: { boot?: "at once" | "later" | GenaiError; language?: string } = {}): Promise<Pane> {
  const memory = new MemoryDocument();
  const engine = new OfferingEngine();
  const office: OfficeConnection = { document: memory, language: options.language ?? "ja-JP", theme: undefined };
  let ready: () => void = () => undefined;
  const boot = options.boot ?? "at once";
  const connected = boot === "later" ? new Promise<void>((resolve) => (ready = resolve)) : Promise.resolve();
  const services = {
    connect: async () => {
      await connected;
      if (boot instanceof Error) throw boot;
      return office;
    },
    models: () => engine.fetchModels(),
    engine: () => Promise.resolve(engine),
    relayIsHere: false,
    research: () => Promise.reject(new GenaiError("connection-failed", "no apps in this test")),
    openSignIn: () => Promise.resolve(undefined),
    signIn: () => Promise.resolve(true),
  };
  await act(async () => {
    render(<App services={services} pageLanguage="ja" />);
  });
  return {
    document: memory,
    engine,
    user: userEvent.setup(),
    connect: () =>
      act(async () => {
        ready();
      }),
  };
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const emit = (pane: Pane, ...events: Parameters<OfferingEngine["emit"]>) =>
  act(async () => {
    pane.engine.emit(...events);
  });

async function summarized(pane: Pane): Promise<void> {
  await pane.user.click(button("要約"));
  await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
  await emit(
    pane,
    { type: "planned", steps: 1 },
    { type: "preview", text: "転入" },
    { type: "completed", result: summary },
  );
  await screen.findByText(/食い違いは見つかりませんでした/);
}

beforeEach(() => {
  window.localStorage.clear();
  // Failures are told at the console as well; here they are meant to happen.
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe("before Office is ready", () => {
  it("takes the click at once, says that it is connecting, and goes on when it is", async () => {
    const pane = await openPane({ boot: "later" });
    expect(button("要約")).toHaveProperty("disabled", false);
    await pane.user.click(button("要約"));
    expect(document.querySelector("[data-part=progress]")?.textContent).toContain("文書につないでいます");
    expect(pane.engine.requests).toHaveLength(0);
    await pane.connect();
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
  });

  it("can be cancelled while connecting", async () => {
    const pane = await openPane({ boot: "later" });
    await pane.user.click(button("要約"));
    await pane.user.click(button("中止"));
    expect(screen.getAllByText("中止しました。文書は変わっていません。").length).toBeGreaterThan(0);
    await pane.connect();
    expect(pane.engine.requests).toHaveLength(0);
    expect(button("要約")).toBeTruthy();
  });

  it("tells the administrator which address is blocked", async () => {
    await openPane({ boot: new OfficeScriptError("https://blocked.example/office.js") });
    const alert = screen.getByRole("alert");
    expect(alert.textContent).toContain("管理者の方へ");
    expect(alert.textContent).toContain("https://blocked.example/office.js");
  });

  it("says so when it is not inside Word", async () => {
    await openPane({ boot: new GenaiError("host-unsupported", "x") });
    expect(screen.getByRole("alert").textContent).toBe("この画面は Word の中で開いてください。");
  });
});

describe("a model that wants the person's own sign-in", () => {
  it("offers it, and summarizes again when it is done", async () => {
    const pane = await openPane();
    await pane.user.click(button("要約"));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    await emit(pane, { type: "failed", error: new GenaiError("sign-in-required", "x") });
    await pane.user.click(await screen.findByRole("button", { name: "サインインする" }));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(2));
  });
});

describe("another model than the one that was asked", () => {
  it("is named while it writes and in the result, with the reason, and in what is inserted", async () => {
    const pane = await openPane();
    await pane.user.click(button("要約"));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    const change = { type: "model-switched", from: "model-a", to: "model-b", reason: "closed" } as const;
    await emit(pane, change, change);
    const told = "「国産モデルA」は時間外のため、「海外モデルB」に切り替えました。";
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe(told));
    expect(document.querySelectorAll("[data-part=model-switched]")).toHaveLength(1);
    await emit(pane, { type: "completed", result: { ...summary, models: ["model-b"] } });
    await screen.findByText("「国産モデルA」は時間外のため、「海外モデルB」が答えました。");
    expect(document.querySelector("[data-part=draft-label]")!.textContent).toBe("AIによる下書き・海外モデルB");
    await pane.user.click(button("下に挿入"));
    expect(pane.document.applied[0]![0]).toMatchObject({
      paragraphs: ["【AIによる下書き・要約】海外モデルB", expect.any(String)],
    });
  });
});

describe("the tasks of the pane", () => {
  it("are switched by keyboard; the summary is still there when one comes back", async () => {
    const pane = await openPane();
    await summarized(pane);
    screen.getByRole("tab", { name: "要約" }).focus();
    await pane.user.keyboard("{ArrowRight}{Enter}");
    expect(screen.getByRole("tab", { name: "調べる" }).getAttribute("aria-selected")).toBe("true");
    await waitFor(() => expect(document.querySelector("[data-code=connection-failed]")).not.toBeNull());
    expect(screen.queryByRole("button", { name: "下に挿入" })).toBeNull();
    expect(await axeViolations()).toEqual([]);
    await pane.user.keyboard("{ArrowLeft}{Enter}");
    expect(button("下に挿入")).toBeTruthy();
  });
});

describe("from click to document", () => {
  it("sends the blocks that were read, with length, class and hash", async () => {
    const pane = await openPane();
    await summarized(pane);
    expect(pane.engine.requests[0]).toMatchObject({
      blocks: [{ id: "p1" }, { id: "p2" }],
      length: { kind: "characters", characters: 100 },
      language: "ja",
      card: { id: "model-a" },
      declaredClass: "none",
      confirmed: false,
      documentHash: "0".repeat(64),
    });
  });

  it("asks for the length that was chosen", async () => {
    const pane = await openPane();
    await pane.user.click(button("長さ：100字"));
    await pane.user.click(await screen.findByRole("radio", { name: /箇条書き/ }));
    await summarized(pane);
    expect(pane.engine.requests[0]!.length).toEqual({ kind: "bullets", count: 5 });
  });

  it("inserts below the source with the label of a draft, and takes it back", async () => {
    const pane = await openPane();
    await summarized(pane);
    expect(screen.getByText("文書はまだ変わっていません。")).toBeTruthy();
    await pane.user.click(button("下に挿入"));
    expect(pane.document.applied).toEqual([
      [
        {
          type: "insert-below",
          blockId: "p2",
          paragraphs: ["【AIによる下書き・要約】国産モデルA", ...summary.paragraphs],
        },
      ],
    ]);
    await pane.user.click(button("元に戻す"));
    expect(pane.document.applied).toEqual([]);
    expect(screen.getAllByText("元に戻しました。").length).toBeGreaterThan(0);
  });

  it("replaces as a tracked change, and comments on all blocks", async () => {
    const pane = await openPane();
    await summarized(pane);
    await pane.user.click(button("置換（変更履歴）"));
    await pane.user.click(button("コメント"));
    expect(pane.document.applied.map(([edit]) => edit)).toMatchObject([
      { type: "replace-blocks", blockIds: ["p1", "p2"] },
      { type: "comment", blockIds: ["p1", "p2"], text: `【AIによる下書き・要約】国産モデルA\n${summary.text}` },
    ]);
  });

  it("copies with the label", async () => {
    const pane = await openPane();
    await summarized(pane);
    await pane.user.click(button("コピー"));
    expect(await navigator.clipboard.readText()).toBe(`【AIによる下書き・要約】国産モデルA\n${summary.text}`);
  });

  it("shows the source of a sentence in the document", async () => {
    const pane = await openPane();
    await summarized(pane);
    await pane.user.click(button(/待ち時間は18分/));
    expect(pane.document.revealed).toEqual(["p2"]);
  });

  it("says what this Word cannot do", async () => {
    const pane = await openPane();
    pane.document.able = { insertBelow: true, replaceTracked: false, comment: false };
    await summarized(pane);
    await pane.user.click(button("コメント"));
    expect(pane.document.applied).toEqual([]);
    expect(screen.getByText("この版の Word では、コメントを付けられません。")).toBeTruthy();
  });

  it("shows an error of writing, keeps the result, and writes nothing", async () => {
    const pane = await openPane();
    await summarized(pane);
    pane.document.failure.apply = new GenaiError("edit-unverified", "x", { requestId: "r-1" });
    await pane.user.click(button("下に挿入"));
    expect(screen.getByRole("alert").textContent).toContain("取り消しました。文書は変わっていません。");
    expect(button(/待ち時間は18分/)).toBeTruthy();
  });

  it("starts nothing while the document is written", async () => {
    const pane = await openPane();
    await summarized(pane);
    pane.document.held = true;
    await pane.user.click(button("下に挿入"));
    expect(document.querySelector("[data-part=notice]")?.textContent).toBe("文書に書き込んでいます");
    await pane.user.click(button("送る内容を見る"));
    await pane.user.click(button("もう一度要約"));
    expect(document.querySelector("[data-part=primary]")?.getAttribute("data-phase")).toBe("idle");
    expect(pane.engine.requests).toHaveLength(1);
    await act(async () => pane.document.release());
    expect(document.querySelector("[data-part=notice]")?.textContent).toBe("選択範囲の下に挿入しました。");
  });

  it("discards a result, asks why, and counts it as rejected; what was written before can still be taken back", async () => {
    const pane = await openPane();
    const reports: RunReport[] = [];
    Object.assign(pane.engine, { report: (report: RunReport) => void reports.push(report) });
    await summarized(pane);
    await pane.user.click(button("下に挿入"));
    await pane.user.click(button("もう一度要約"));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(2));
    await emit(pane, { type: "completed", result: summary });
    await waitFor(() => expect(document.querySelector("[data-part=discard]")).not.toBeNull());
    const first = reports[0]!.run;
    await pane.user.click(button("この結果を破棄"));
    expect(screen.queryByRole("button", { name: /待ち時間は18分/ })).toBeNull();
    expect(screen.getAllByText("結果を破棄しました。").length).toBeGreaterThan(0);
    await waitFor(() => expect(document.activeElement?.textContent).toContain("どこがよくありませんでしたか"));
    expect(await axeViolations()).toEqual([]);
    await pane.user.click(button("原文にない内容"));
    const ofSecond = reports.filter(({ run }) => run !== first);
    expect(ofSecond.map(({ decision, feedback }) => decision ?? feedback)).toEqual([
      "rejected",
      { helpful: false, reason: "unsupported" },
    ]);
    expect(screen.queryByRole("button", { name: "下に挿入" })).toBeNull();
    await pane.user.click(button("元に戻す"));
    expect(pane.document.applied).toEqual([]);
    expect(screen.queryByRole("button", { name: "元に戻す" })).toBeNull();
    expect(button("要約")).toBeTruthy();
  });

  it("looks at what was written when the pane is put out of sight", async () => {
    const pane = await openPane();
    const reports: RunReport[] = [];
    Object.assign(pane.engine, { report: (report: RunReport) => void reports.push(report) });
    await summarized(pane);
    await pane.user.click(button("下に挿入"));
    pane.document.edited = ["転入手続は約3万件であった。待ち時間は18分になった。"];
    const visibility = jest.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    await act(async () => document.dispatchEvent(new Event("visibilitychange")));
    await waitFor(() => expect(reports.some(({ edits }) => edits !== undefined)).toBe(true));
    visibility.mockRestore();
    expect(pane.document.editLooks).toBe(1);
    expect(reports.at(-1)!.edits!.distance).toBeGreaterThan(0);
  });

  it("breaks no rule of axe before, during and after", async () => {
    const pane = await openPane();
    expect(await axeViolations()).toEqual([]);
    await summarized(pane);
    expect(await axeViolations()).toEqual([]);
  });
});

describe("the gate", () => {
  it("stops class 3 before anything is sent, and says where the mark stands", async () => {
    const pane = await openPane();
    pane.document.header = "機密性3情報";
    await pane.user.click(button("要約"));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("この文書は送れません");
    expect(alert.textContent).toMatch(/ヘッダーに「機密性3.*」の表示があります。/);
    expect(pane.engine.requests).toEqual([]);
    expect(screen.getByText("機密性3")).toBeTruthy();
  });

  it("always shows the send sheet for class 2, and marks what it writes", async () => {
    const pane = await openPane();
    pane.document.header = "機密性2情報";
    await pane.user.click(button("要約"));
    const sheet = await screen.findByRole("dialog");
    expect(pane.engine.requests).toEqual([]);
    await pane.user.click(within(sheet).getByRole("button", { name: "この内容で要約する" }));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    expect(pane.engine.requests[0]).toMatchObject({ declaredClass: "2", confirmed: false });
    await emit(pane, { type: "completed", result: summary });
    await pane.user.click(await screen.findByRole("button", { name: "下に挿入" }));
    expect(pane.document.applied[0]).toMatchObject([
      { paragraphs: ["【AIによる下書き・要約】国産モデルA・機密性2情報", ...summary.paragraphs] },
    ]);
  });

  it.each([
    ["下に挿入", (edit: unknown) => (edit as { paragraphs: string[] }).paragraphs[0]],
    ["コメント", (edit: unknown) => (edit as { text: string }).text.split("\n")[0]],
  ])("carries class and handling limits of the source into what it writes (%s)", async (action, firstLine) => {
    const pane = await openPane();
    pane.document.header = "機密性２情報　関係者限り（複製禁止）";
    await pane.user.click(button("要約"));
    await pane.user.click(
      within(await screen.findByRole("dialog")).getByRole("button", { name: "この内容で要約する" }),
    );
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    await emit(pane, { type: "completed", result: summary });
    await pane.user.click(await screen.findByRole("button", { name: action }));
    expect(firstLine(pane.document.applied[0]![0])).toBe(
      "【AIによる下書き・要約】国産モデルA・機密性2情報・関係者限り・複製禁止",
    );
  });

  it("asks when the mark is unclear, and sends the answer along", async () => {
    const pane = await openPane();
    pane.document.header = "取扱注意";
    await pane.user.click(button("要約"));
    const sheet = await screen.findByRole("dialog");
    await pane.user.click(within(sheet).getByRole("radio", { name: /機密性2/ }));
    await pane.user.click(within(sheet).getByRole("button", { name: "この内容で要約する" }));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    expect(pane.engine.requests[0]).toMatchObject({ declaredClass: "2", confirmed: true });
  });

  it("sends nothing when the sheet is put away", async () => {
    const pane = await openPane();
    pane.document.header = "機密性2情報";
    await pane.user.click(button("要約"));
    await pane.user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "やめる" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(pane.engine.requests).toEqual([]);
    expect(button("要約")).toBeTruthy();
  });

  it("shows what would be sent on demand", async () => {
    const pane = await openPane();
    await pane.user.click(button("送る内容を見る"));
    const sheet = await screen.findByRole("dialog");
    expect(sheet.textContent).toContain("平均の待ち時間は18分に短縮した。");
    await pane.user.click(within(sheet).getByRole("button", { name: "この内容で要約する" }));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
  });

  it("takes a cleared model for class 2 although another one was chosen, and greys the other", async () => {
    window.localStorage.setItem("genai-office.settings", JSON.stringify({ length: "300", model: "model-b" }));
    const pane = await openPane();
    pane.document.header = "機密性2情報";
    await pane.user.click(button("要約"));
    const sheet = await screen.findByRole("dialog");
    expect(sheet.textContent).toContain("国産モデルA");
    await pane.user.click(within(sheet).getByRole("button", { name: "やめる" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const chip = button(/^使うモデル/);
    expect(chip.textContent).toBe("国産モデルA");
    await pane.user.click(chip);
    expect(button(/海外モデルB/).textContent).toContain("この文書の機密性では使えません");
  });
});

describe("中止 and errors", () => {
  it("stops while reading: the pane is back at once, although Word has not answered", async () => {
    const pane = await openPane();
    pane.document.held = true;
    await pane.user.click(button("要約"));
    expect(document.querySelector("[data-part=progress]")?.textContent).toContain("文書を読んでいます");
    await pane.user.click(button("中止"));
    expect(button("要約")).toBeTruthy();
    await act(async () => pane.document.release());
    expect(pane.engine.requests).toEqual([]);
  });

  it("stops while text streams, tells the task, and goes back to the earlier result", async () => {
    const pane = await openPane();
    await summarized(pane);
    await pane.user.click(button("もう一度要約"));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(2));
    await emit(pane, { type: "preview", text: "別の要約" });
    await screen.findByText("別の要約");
    await pane.user.click(button("中止"));
    expect(pane.engine.aborts).toBeGreaterThan(0);
    expect(screen.queryByText("別の要約")).toBeNull();
    expect(button(/待ち時間は18分/)).toBeTruthy();
  });

  it("does not stop by the second click of a double click", async () => {
    const pane = await openPane();
    await pane.user.dblClick(button("要約"));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    expect(button("中止")).toBeTruthy();
  });

  it("shows what went wrong with code and number, and tries again", async () => {
    const pane = await openPane();
    await pane.user.click(button("要約"));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    const error = new GenaiError("connection-lost", "x", { retryable: true, requestId: "01J8" });
    await emit(pane, { type: "preview", text: "途中" }, { type: "failed", error });
    expect((await screen.findByRole("alert")).textContent).toContain(
      "通信が途中で切れました。文書は変わっていません。",
    );
    expect(screen.queryByText("途中")).toBeNull();
    await pane.user.click(button("もう一度試す"));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(2));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("asks the relay again for its models when it was not reached at first", async () => {
    const pane = await openPane();
    pane.engine.offerFailure = new GenaiError("connection-failed", "x", { retryable: true });
    const second = await openPaneWithoutRelay(pane.engine);
    await second.user.click(within(second.container).getByRole("button", { name: "要約" }));
    expect((await within(second.container).findByRole("alert")).textContent).toContain(
      "中継サーバーにつながりませんでした",
    );
    pane.engine.offerFailure = undefined;
    await second.user.click(within(second.container).getByRole("button", { name: "もう一度試す" }));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
  });

  it("passes on what reading failed with", async () => {
    const pane = await openPane();
    pane.document.failure.read = new GenaiError("document-empty", "x");
    await pane.user.click(button("要約"));
    expect((await screen.findByRole("alert")).textContent).toContain("文書に文章がありません");
  });
});

async function openPaneWithoutRelay(engine: OfferingEngine) {
  const memory = new MemoryDocument();
  const services = {
    connect: () => Promise.resolve({ document: memory, language: "ja", theme: undefined }),
    models: () => engine.fetchModels(),
    engine: () => Promise.resolve(engine),
    relayIsHere: false,
    research: () => Promise.reject(new GenaiError("connection-failed", "no apps in this test")),
    openSignIn: () => Promise.resolve(undefined),
    signIn: () => Promise.resolve(true),
  };
  let container!: HTMLElement;
  await act(async () => {
    container = render(<App services={services} pageLanguage="ja" />).container;
  });
  return { container, user: userEvent.setup() };
}

describe("the line above", () => {
  it("follows the selection without touching the result", async () => {
    const pane = await openPane();
    expect(await screen.findByText("選択範囲：2段落・38字")).toBeTruthy();
    await summarized(pane);
    const before = pane.document.looks;
    act(() => {
      for (let times = 0; times < 20; times += 1) pane.document.select({ scope: "document" });
    });
    expect(await screen.findByText("文書全体")).toBeTruthy();
    expect(pane.document.looks - before).toBeLessThanOrEqual(2);
    expect(button(/待ち時間は18分/)).toBeTruthy();
  });
});

describe("the length", () => {
  const stored = (length: string) => window.localStorage.setItem("genai-office.settings", JSON.stringify({ length }));
  const select = (pane: Pane, scope: MemoryDocument["scope"]) =>
    act(async () => {
      pane.document.select(scope);
      await new Promise((resolve) => setTimeout(resolve, 350));
    });
  const offered = () => document.querySelector("[data-part=options]")?.textContent;

  it.each<[number | undefined, MemoryDocument["scope"]["scope"], string]>([
    [599, "selection", "長さ：100字"],
    [600, "selection", "長さ：300字"],
    [undefined, "selection", "長さ：300字"],
    [318, "document", "長さ：300字"],
  ])("is proposed by what is selected: %s characters, %s", async (characters, scope, expected) => {
    const pane = await openPane();
    await select(pane, { scope, ...(characters === undefined ? {} : { paragraphs: 2, characters }) });
    expect(offered()).toBe(expected);
  });

  it("is the usual one as long as nobody knows what is selected", async () => {
    const pane = await openPane({ boot: "later" });
    expect(offered()).toBe("長さ：300字");
    await pane.connect();
    expect(offered()).toBe("長さ：100字");
  });

  it("stays as it was chosen, whatever is selected", async () => {
    const pane = await openPane();
    await pane.user.click(button("長さ：100字"));
    await pane.user.click(await screen.findByRole("radio", { name: /300字/ }));
    await select(pane, { scope: "selection", paragraphs: 1, characters: 20 });
    expect(offered()).toBe("長さ：300字");
    await summarized(pane);
    expect(pane.engine.requests[0]!.length).toEqual({ kind: "characters", characters: 300 });
  });

  it("comes from the settings, where it can be left to the pane again", async () => {
    stored("page");
    const pane = await openPane();
    expect(offered()).toBe("長さ：1枚");
    await pane.user.click(button("設定を開く"));
    await pane.user.click(await screen.findByRole("radio", { name: /^自動/ }));
    await pane.user.click(button("戻る"));
    expect(offered()).toBe("長さ：100字");
    expect(JSON.parse(window.localStorage.getItem("genai-office.settings")!)).toEqual({ length: "automatic" });
  });
});

describe("language", () => {
  it("follows Office", async () => {
    await openPane({ language: "en-US" });
    expect(await screen.findByRole("button", { name: "Summarize" })).toBeTruthy();
    expect(document.documentElement.lang).toBe("en");
  });

  it("is the person's own choice first", async () => {
    const pane = await openPane({ language: "en-US" });
    await pane.user.click(button("Open settings"));
    await pane.user.click(await screen.findByRole("radio", { name: "日本語" }));
    await pane.user.click(button("戻る"));
    expect(button("要約")).toBeTruthy();
  });
});

describe("announcements", () => {
  it("speaks at the beginning and at the end, not for each word", async () => {
    const pane = await openPane();
    const live = document.querySelector("[role=status]")!;
    const spoken: string[] = [];
    const observer = new MutationObserver(() => spoken.push(live.textContent ?? ""));
    observer.observe(live, { childList: true, characterData: true, subtree: true });
    await pane.user.click(button("要約"));
    await waitFor(() => expect(pane.engine.requests).toHaveLength(1));
    for (const text of ["転入", "手続", "は"]) await emit(pane, { type: "preview", text });
    await emit(pane, { type: "completed", result: summary });
    await waitFor(() => expect(spoken[spoken.length - 1]).toMatch(/^要約ができました。/));
    observer.disconnect();
    expect(spoken.filter((text) => text !== "")).toEqual([
      "要約を作り始めました。",
      expect.stringMatching(/^要約ができました。/),
    ]);
  });
});
