import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { GenaiError, type AppCard } from "@genai-office/shared/vocabulary";
import type { ResearchHost, TakenText } from "@genai-office/shared/pane/research";
import type { SignInMessage } from "../../../../shared/src/pane/office/sign-in-dialog";
import { createResearchSession, ResearchView } from "../../../../shared/src/pane/research/research-chunk";
import { FooterContext } from "../../../../shared/src/pane/ShellFooter";
import { axeViolations, modelCard, renderPane } from "../render-pane";
import { appCard, ScriptedApps } from "./scripted-apps";

// Forms are filled in key by key, which takes its time on a busy machine.
const everyField: AppCard["fields"] = [
  {
    key: "title",
    type: "text",
    title: "件名",
    description: "短く",
    required: true,
    minimumLength: 2,
    maximumLength: 10,
  },
  { key: "count", type: "number", title: "件数", required: false, minimum: 1, maximum: 20, defaultValue: "5" },
  { key: "body", type: "textarea", title: "質問", required: true },
  {
    key: "papers",
    type: "file",
    title: "資料",
    required: false,
    accept: ".txt,.docx",
    maximumFiles: 2,
    multiple: true,
  },
  {
    key: "kind",
    type: "select",
    title: "種類",
    required: true,
    items: [
      { title: "法律", value: "law" },
      { title: "政令", value: "order" },
    ],
  },
  {
    key: "tags",
    type: "checkbox",
    title: "分野",
    required: true,
    items: [
      { title: "会計", value: "a" },
      { title: "人事", value: "b" },
    ],
  },
  {
    key: "form",
    type: "radio",
    title: "形式",
    required: false,
    items: [
      { title: "短い", value: "short" },
      { title: "長い", value: "long" },
    ],
  },
  { key: "secret", type: "hidden", title: "secret", required: false, defaultValue: "hidden-value" },
];

interface Options {
  apps?: ScriptedApps;
  source?: "document" | "mail";
  taken?: TakenText;
  signIn?: SignInMessage | undefined | GenaiError;
}

async function open({ apps = new ScriptedApps(), source = "document", taken, signIn }: Options = {}) {
  const written: string[][] = [];
  const host: ResearchHost = {
    source,
    take: () =>
      Promise.resolve(
        taken ?? { text: "選んだ文章", places: { headers: [], footers: [], firstPage: [], fileName: "", body: [] } },
      ),
    insert: (paragraphs) => {
      written.push(paragraphs);
      return Promise.resolve({
        at: "selection",
        undo: () => {
          written.pop();
          return Promise.resolve();
        },
      });
    },
  };
  const opened: string[] = [];
  const session = createResearchSession({
    backend: () => Promise.resolve(apps),
    host: () => Promise.resolve(host),
    openSignIn: (url) => {
      opened.push(url);
      return signIn instanceof Error ? Promise.reject(signIn) : Promise.resolve(signIn);
    },
  });
  const footer = document.createElement("footer");
  document.body.append(footer);
  const view = renderPane(
    <FooterContext.Provider value={footer}>
      <ResearchView session={session} source={source} canInsert host={() => Promise.resolve(host)} />
    </FooterContext.Provider>,
  );
  await act(async () => undefined);
  cleanups.push(() => {
    session.close();
    footer.remove();
  });
  return { apps, session, user: userEvent.setup({ applyAccept: false }), written, opened, view };
}

const cleanups: (() => void)[] = [];
const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
const field = (key: string) => document.querySelector<HTMLElement>(`[data-field="${key}"]`)!;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

async function openApp(name = /法制度調査/) {
  await userEvent.click(await screen.findByRole("button", { name }));
}

beforeEach(() => {
  window.localStorage.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  cleanups.splice(0).forEach((clean) => clean());
  jest.restoreAllMocks();
});

describe("the apps", () => {
  it("without a service, say what the administrator has to do", async () => {
    const apps = new ScriptedApps();
    apps.list = { services: [], apps: [] };
    await open({ apps });
    expect(part("no-service")!.textContent).toContain("管理者の方へ");
    expect(part("no-service")!.textContent).toContain("UPSTREAMS_FILE");
  });

  it("of a service without apps for this person, say whom to ask", async () => {
    const apps = new ScriptedApps();
    apps.list = { ...apps.list, apps: [] };
    await open({ apps });
    expect(part("no-app")!.textContent).toContain("担当窓口");
  });

  it("are found by every word, full-width or half-width, and one that cannot be run says why", async () => {
    const apps = new ScriptedApps();
    const named = (id: string, name: string, more: Partial<AppCard> = {}) => appCard({ id, name, ...more });
    apps.list = {
      ...apps.list,
      apps: [
        named("1", "国会答弁検索"),
        named("2", "ＲＡＧ検索", { team: "会計課" }),
        named("3", "翻訳", { obstacle: "unknown-field" }),
        named("4", "議事録"),
      ],
    };
    const { user } = await open({ apps });
    expect(button(/翻訳/).getAttribute("aria-disabled")).toBe("true");
    expect(button(/翻訳/).textContent).toContain("扱えない種類の入力欄");
    await user.type(screen.getByRole("searchbox", { name: "アプリを探す" }), "rag 会計");
    const list = part("apps")!;
    expect(
      within(list)
        .getAllByRole("button")
        .map((one) => one.getAttribute("data-app")),
    ).toEqual(["2"]);
    expect(screen.getByText("1件")).toBeTruthy();
  });

  it("that could not be asked for are asked for again on demand", async () => {
    const apps = new ScriptedApps();
    apps.failure = new GenaiError("connection-failed", "x", { retryable: true });
    const { user } = await open({ apps });
    apps.failure = undefined;
    await user.click(button("もう一度試す"));
    expect(await screen.findByRole("button", { name: /法制度調査/ })).toBeTruthy();
  });
});

describe("signing in", () => {
  function locked() {
    const apps = new ScriptedApps();
    apps.list = { services: [{ ...apps.list.services[0]!, signInNeeded: "genai" }], apps: [] };
    return apps;
  }

  it("opens the page, finishes with what came back, and shows the apps", async () => {
    const apps = locked();
    const { user, opened } = await open({ apps, signIn: { state: "state-1", code: "c" } });
    await user.click(button("サインインする"));
    expect(await screen.findByRole("button", { name: /法制度調査/ })).toBeTruthy();
    expect(opened).toEqual(["https://relay.example/api/connections/open/genai?to=x"]);
    expect(apps.finished).toEqual([{ connection: "genai", state: "state-1", code: "c" }]);
  });

  it("takes no answer that belongs to another sign-in", async () => {
    const apps = locked();
    const { user } = await open({ apps, signIn: { state: "other", code: "c" } });
    await user.click(button("サインインする"));
    expect(await screen.findByText("サインインできませんでした。")).toBeTruthy();
    expect(apps.finished).toEqual([]);
  });

  it("that the person has closed changes nothing", async () => {
    const { user } = await open({ apps: locked(), signIn: undefined });
    await user.click(button("サインインする"));
    await waitFor(() => expect(button("サインインする").getAttribute("aria-disabled")).not.toBe("true"));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("the form of an app", () => {
  async function openForm(more: Partial<AppCard> = {}, options: Options = {}) {
    const apps = options.apps ?? new ScriptedApps();
    apps.list = { ...apps.list, apps: [appCard({ fields: everyField, ...more })] };
    const opened = await open({ ...options, apps });
    await openApp();
    return opened;
  }

  it("is drawn from its definition, with labels, limits and defaults, and hides what is hidden", async () => {
    await openForm();
    expect(screen.getByRole("textbox", { name: /件名/ })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /件数/ }).value).toBe("5");
    expect(screen.getByText("1から20まで")).toBeTruthy();
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: /種類/ }).value).toBe("law");
    expect(screen.getByRole("checkbox", { name: "会計" })).toBeTruthy();
    expect(screen.getByRole("radio", { name: "長い" })).toBeTruthy();
    expect(screen.getByText(/種類：.txt,.docx・2個まで/)).toBeTruthy();
    expect(document.body.textContent).not.toContain("hidden-value");
    expect(await axeViolations()).toEqual([]);
  });

  it("says at each field what is wrong, goes to the first, and sends nothing", async () => {
    const { apps, user } = await openForm();
    await user.type(field("title"), "あ");
    await user.clear(field("count"));
    await user.type(field("count"), "３０");
    await user.upload(document.querySelector<HTMLInputElement>("[data-file-input=papers]")!, [
      new File(["x"], "表.xlsx"),
    ]);
    await user.click(button("調べる"));
    expect(await screen.findByText("2字以上で入力してください（いま1字）。")).toBeTruthy();
    expect(screen.getByText("20以下の数字を入力してください。")).toBeTruthy();
    expect(screen.getByText("「質問」を入力してください。")).toBeTruthy();
    expect(screen.getByText("「分野」を選んでください。")).toBeTruthy();
    expect(screen.getByText(/「表.xlsx」は、この欄で使えない種類/)).toBeTruthy();
    expect(part("form-problems")!.textContent).toContain("5か所を直してください。");
    await waitFor(() => expect(document.activeElement).toBe(field("title")));
    expect(apps.runs).toEqual([]);
    expect(await axeViolations()).toEqual([]);
  });

  it("sends what was filled in, typed by the definition", async () => {
    const { apps, user } = await openForm();
    await user.type(field("title"), "再委託");
    await user.type(field("body"), "制限は？");
    await user.selectOptions(field("kind"), "order");
    await user.click(screen.getByRole("checkbox", { name: "人事" }));
    await user.click(screen.getByRole("checkbox", { name: "会計" }));
    await user.click(screen.getByRole("radio", { name: "長い" }));
    await user.click(button("調べる"));
    await waitFor(() => expect(apps.runs).toHaveLength(1));
    expect(apps.runs[0]!.step.options.inputs.values).toEqual({
      title: "再委託",
      count: "5",
      body: "制限は？",
      kind: "order",
      tags: ["a", "b"],
      form: "long",
    });
  });

  it("may have fields that are called like what every object has", async () => {
    const keys = ["toString", "constructor", "hasOwnProperty", "__proto__"];
    const fields: AppCard["fields"] = [
      ...keys.map((key) => ({ key, type: "text" as const, title: `欄 ${key}`, required: true })),
      { key: "valueOf", type: "file", title: "資料", required: false },
      { key: "isPrototypeOf", type: "checkbox", title: "対象", required: false, items: [{ title: "国", value: "n" }] },
    ];
    const { apps, user } = await openForm({ fields });
    for (const key of keys) {
      expect((field(key) as HTMLInputElement).value).toBe("");
      fireEvent.change(field(key), { target: { value: `値 ${key}` } });
    }
    await user.click(button("送る内容を見る"));
    const sheet = await screen.findByRole("dialog");
    for (const key of keys) expect(sheet.textContent).toContain(`欄 ${key}：値 ${key}`);
    await user.click(within(sheet).getByRole("button", { name: "この内容で調べる" }));
    await waitFor(() => expect(apps.runs).toHaveLength(1));
    const { values } = apps.runs[0]!.step.options.inputs;
    for (const key of keys) expect(Object.entries(values)).toContainEqual([key, `値 ${key}`]);
  });

  it("shows what would leave on demand, and sends nothing by that", async () => {
    const { apps, user } = await openForm();
    await user.type(field("title"), "再委託");
    await user.type(field("body"), "制限は？");
    await user.click(screen.getByRole("checkbox", { name: "会計" }));
    await user.click(button("送る内容を見る"));
    const sheet = await screen.findByRole("dialog");
    expect(sheet.textContent).toContain("AIアプリ「法制度調査」（GENAI のAIアプリ）に送られます（国内で処理）");
    expect(sheet.textContent).toContain("質問：制限は？");
    expect(sheet.textContent).toContain("分野：会計");
    expect(sheet.textContent).not.toContain("hidden-value");
    await user.click(within(sheet).getByRole("button", { name: "このほか、アプリが決めた固定の値（1件）" }));
    expect(sheet.textContent).toContain("secret：hidden-value");
    await user.click(within(sheet).getByRole("button", { name: "やめる" }));
    expect(apps.runs).toEqual([]);
  });
});

describe("the focus", () => {
  it("goes on where a button has gone with its click", async () => {
    const { apps, session, user } = await open();
    await openApp();
    await user.click(button("アプリの一覧に戻る"));
    await waitFor(() => expect(document.activeElement?.getAttribute("data-app")).toBe("law"));
    await openApp();
    await user.type(field("input_text"), "問い");
    await user.click(button("調べる"));
    await waitFor(() => expect(apps.runs).toHaveLength(1));
    await act(async () =>
      apps.runs[0]!.emit(
        { type: "accepted", ticket: "t-1" },
        { type: "waiting", state: "running", nextLookMs: 30_000 },
        { type: "progress", done: 2, total: 5 },
      ),
    );
    expect(part("inquiry-status")!.textContent).toContain("AIアプリが処理中です（2／5）");
    await user.click(button("待つのをやめる"));
    await waitFor(() => expect(document.activeElement).toBe(button("続けて待つ")));
    await user.click(button("続けて待つ"));
    await waitFor(() => expect(document.activeElement).toBe(button("待つのをやめる")));
    await user.click(button("アプリの一覧に戻る"));
    await waitFor(() => expect(document.activeElement).toBe(button(/^見る/)));
    await user.click(button(/^待つのをやめる/));
    await waitFor(() => expect(document.activeElement).toBe(button(/^続けて待つ/)));
    await user.click(button(/^一覧から消す/));
    await waitFor(() => expect(document.activeElement?.getAttribute("data-app")).toBe("law"));
    expect(session.state().inquiries).toEqual([]);
  });
});

describe("the gate", () => {
  async function ask(text: string, options: Options = {}) {
    const opened = await open(options);
    await openApp();
    await opened.user.click(field("input_text"));
    await opened.user.paste(text);
    await opened.user.click(button("調べる"));
    return opened;
  }

  it("lets nothing of class 3 leave, and says where it stands", async () => {
    const { apps } = await ask("【機密性3情報】\n配置計画について");
    await waitFor(() => expect(document.querySelector("[data-code=confidentiality-blocked]")).not.toBeNull());
    expect(document.querySelector("[data-code=confidentiality-blocked]")!.textContent).toContain("機密性3");
    expect(apps.runs).toEqual([]);
  });

  it("asks before something of class 2 leaves, and needs a service that is cleared for it", async () => {
    const { apps, user } = await ask("【機密性2情報】\n予算の査定について");
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "この内容で調べる" }));
    await waitFor(() => expect(apps.runs).toHaveLength(1));
    expect(apps.runs[0]!.step.declaredClass).toBe("2");
    const uncleared = new ScriptedApps();
    uncleared.card = modelCard({ id: "apps", clearance: "1", tasks: ["research"] });
    cleanups.splice(0).forEach((clean) => clean());
    document.body.replaceChildren();
    await ask("【機密性2情報】\n予算の査定について", { apps: uncleared });
    await waitFor(() => expect(document.querySelector("[data-code=model-not-cleared]")).not.toBeNull());
    expect(uncleared.runs).toEqual([]);
  });

  it("fails closed for a service without a card", async () => {
    const apps = new ScriptedApps();
    apps.card = undefined;
    await ask("質問", { apps });
    await waitFor(() => expect(document.querySelector("[data-code=model-unknown]")).not.toBeNull());
    expect(apps.runs).toEqual([]);
  });

  describe("with files", () => {
    async function withFile(file: File) {
      const apps = new ScriptedApps();
      const papers = everyField.find(({ key }) => key === "papers")!;
      apps.list = { ...apps.list, apps: [appCard({ fields: [...appCard().fields, { ...papers, accept: "*" }] })] };
      const opened = await open({ apps });
      await openApp();
      await opened.user.type(field("input_text"), "要点は？");
      await opened.user.upload(document.querySelector<HTMLInputElement>("[data-file-input=papers]")!, [file]);
      await screen.findByText(new RegExp(file.name));
      await opened.user.click(button("調べる"));
      return opened;
    }

    it("goes by the name", async () => {
      const { apps } = await withFile(new File(["x"], "【機密性3】計画.docx"));
      await waitFor(() => expect(document.querySelector("[data-code=confidentiality-blocked]")).not.toBeNull());
      expect(apps.runs).toEqual([]);
    });

    it("goes by the words of one that can be read, also in the encoding of Japanese Windows", async () => {
      // 「機密性3情報」 in Shift_JIS.
      const bytes = new Uint8Array([
        0x8b, 0x40, 0x96, 0xa7, 0x90, 0xab, 0x33, 0x8f, 0xee, 0x95, 0xf1, 0x0a, 0x8c, 0x76,
      ]);
      const { apps } = await withFile(new File([bytes], "計画.txt"));
      await waitFor(() => expect(document.querySelector("[data-code=confidentiality-blocked]")).not.toBeNull());
      expect(apps.runs).toEqual([]);
    });

    it("asks for the class of one that nobody here can read, and sends the answer with it", async () => {
      const { apps, user } = await withFile(new File(["PK"], "計画.docx"));
      const sheet = await screen.findByRole("dialog");
      expect(sheet.textContent).toContain("添付した「計画.docx」の中身は、ここでは確かめられません");
      expect(sheet.textContent).toContain("添付：計画.docx（2 B）");
      await user.click(within(sheet).getByRole("button", { name: "この内容で調べる" }));
      expect(apps.runs).toEqual([]);
      await user.click(within(sheet).getByRole("radio", { name: /機密性3/ }));
      await user.click(within(sheet).getByRole("button", { name: "この内容で調べる" }));
      expect(apps.runs).toEqual([]);
      await user.click(within(sheet).getByRole("radio", { name: /機密性1/ }));
      await user.click(within(sheet).getByRole("button", { name: "この内容で調べる" }));
      await waitFor(() => expect(apps.runs).toHaveLength(1));
      expect(apps.runs[0]!.step).toMatchObject({
        declaredClass: "1",
        confirmed: true,
        options: { inputs: { files: { papers: [{ filename: "計画.docx", content: "UEs=" }] } } },
      });
    });
  });

  it("holds the document's class for its text, and shows what leaves first", async () => {
    const places = { headers: ["機密性2情報"], footers: [], firstPage: [], fileName: "", body: ["選んだ文章"] };
    const { apps, user } = await open({ taken: { text: "選んだ文章", places } });
    await openApp();
    await user.click(button("文書で選んだ文章を入れる"));
    await waitFor(() => expect((field("input_text") as HTMLTextAreaElement).value).toBe("選んだ文章"));
    expect(part("taken")!.textContent).toContain("文書の機密性で扱います");
    await user.click(button("調べる"));
    const sheet = await screen.findByRole("dialog");
    expect(sheet.textContent).toContain("機密性2（ヘッダーの「機密性2」）");
    await user.click(within(sheet).getByRole("button", { name: "この内容で調べる" }));
    await waitFor(() => expect(apps.runs[0]?.step.declaredClass).toBe("2"));
  });

  it("takes no text from a document of class 3", async () => {
    const places = { headers: ["機密性3情報"], footers: [], firstPage: [], fileName: "", body: [] };
    const { user } = await open({ taken: { text: "秘密", places } });
    await openApp();
    await user.click(button("文書で選んだ文章を入れる"));
    await waitFor(() => expect(document.querySelector("[data-code=confidentiality-blocked]")).not.toBeNull());
    expect((field("input_text") as HTMLTextAreaElement).value).toBe("");
  });
});

describe("the answer", () => {
  async function answered(options: Options & { app?: Partial<AppCard> } = {}) {
    const apps = options.apps ?? new ScriptedApps();
    apps.list = { ...apps.list, apps: [appCard(options.app)] };
    const opened = await open({ ...options, apps });
    await openApp();
    await opened.user.type(field("input_text"), "再委託の制限は？");
    await opened.user.click(button("調べる"));
    await waitFor(() => expect(apps.runs).toHaveLength(1));
    return { ...opened, run: apps.runs[0]! };
  }

  const markdown = "**承認**が要る[1]。\n\n- 事前に申し出る\n\n## 出典\n\n[1] [会計法](https://laws.e-gov.go.jp/law/1)";

  async function finished(options: Parameters<typeof answered>[0] = {}) {
    const opened = await answered(options);
    await act(async () => {
      opened.run.emit(
        { type: "text-delta", text: markdown },
        { type: "artifact", name: "一覧.csv", content: "5bm0" },
        { type: "artifact", name: "図.png", content: "", missing: "not-found" },
        { type: "finished", reason: "stop" },
      );
    });
    await screen.findByText("承認");
    return opened;
  }

  it("stands with its sources and files; a mark leads to its source", async () => {
    const { user } = await finished();
    expect(part("answer")!.textContent).toContain("AIアプリの答え・法制度調査");
    const link = within(part("sources")!).getByRole<HTMLAnchorElement>("link", { name: "会計法" });
    expect(link.rel).toBe("noopener noreferrer");
    await user.click(button("出典1を見る"));
    expect(document.activeElement?.textContent).toContain("[1] 会計法");
    expect(button("「一覧.csv」を保存")).toBeTruthy();
    expect(screen.getByText("「図.png」は取得できませんでした")).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
  });

  it("goes into the document as plain paragraphs with its label and sources, and back", async () => {
    const { apps, user, written } = await finished();
    await user.click(button("下に挿入"));
    await waitFor(() => expect(part("notice")!.textContent).toBe("選択範囲の下に挿入しました。"));
    expect(written).toEqual([
      [
        "【AIによる下書き・調査】法制度調査",
        "承認が要る[1]。",
        "・事前に申し出る",
        "出典",
        "[1] 会計法 https://laws.e-gov.go.jp/law/1",
      ],
    ]);
    await user.click(button("元に戻す"));
    await waitFor(() => expect(part("notice")!.textContent).toBe("元に戻しました。"));
    expect(written).toEqual([]);
    // The inquiry is a run of its own, and what was done with its answer is told of it.
    const { run } = apps.runs[0]!.step;
    expect(run).toMatch(/^[0-9a-f-]{36}$/);
    await waitFor(() =>
      expect(apps.reports).toEqual([
        { run, decision: "accepted" },
        { run, decision: "undone" },
      ]),
    );
  });

  it("of a mail is copied, and never written", async () => {
    await finished({ source: "mail" });
    expect(screen.queryByRole("button", { name: "下に挿入" })).toBeNull();
    expect(part("notice")!.textContent).toBe("メールには何も書き込みません。");
  });

  it("goes on as a conversation where the app keeps one, with what was said before", async () => {
    const { apps, user } = await finished({ app: { keepsConversation: true } });
    await user.click(button("会話を続ける"));
    expect(part("conversation")!.textContent).toContain("1回のやりとり");
    await user.type(field("input_text"), "例外は？");
    await user.click(button("調べる"));
    await waitFor(() => expect(apps.runs).toHaveLength(2));
    const [first, second] = apps.runs.map(({ step }) => step.options);
    expect(second!.sessionId).toBe(first!.sessionId);
    expect(second!.inputs.conversation).toMatchObject([
      { values: { input_text: "再委託の制限は？" }, answer: markdown },
    ]);
  });

  it("that takes long is waited for honestly, and the wait can be left", async () => {
    const { run, user, apps } = await answered();
    await act(async () => {
      run.emit({ type: "accepted", ticket: "t" }, { type: "waiting", state: "running", nextLookMs: 30_000 });
    });
    await waitFor(() =>
      expect(part("inquiry-status")!.textContent).toContain("AIアプリが処理中です。次の確認は約30秒後"),
    );
    expect(await axeViolations()).toEqual([]);
    await user.click(button("アプリの一覧に戻る"));
    const row = document.querySelector<HTMLElement>("[data-inquiry]")!;
    expect(row.textContent).toContain("再委託の制限は？");
    expect(row.textContent).toContain("法制度調査");
    await user.click(within(row).getByRole("button", { name: /待つのをやめる/ }));
    expect(run.signal.aborted).toBe(true);
    expect(document.querySelector("[data-inquiry]")!.textContent).toContain("待つのをやめています");
    await user.click(button(/続けて待つ/));
    await waitFor(() => expect(apps.runs).toHaveLength(2));
    await user.click(button(/一覧から消す/));
    expect(document.querySelector("[data-inquiry]")).toBeNull();
  });

  it("that did not come says so, and leads back to the form", async () => {
    const { run, user } = await answered();
    await act(async () => run.emit({ type: "failed", error: new GenaiError("upstream-error", "x"), partial: "" }));
    await waitFor(() => expect(document.querySelector("[data-code=upstream-error]")).not.toBeNull());
    await user.click(button("入力に戻る"));
    expect((field("input_text") as HTMLTextAreaElement).value).toBe("再委託の制限は？");
  });
});
