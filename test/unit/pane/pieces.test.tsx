import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import {
  ActionBar,
  ClassBadge,
  EmptyState,
  ErrorMessage,
  loadSettings,
  ModelList,
  Progress,
  saveSettings,
  Settings,
  themeOfBackground,
} from "@genai-office/shared/pane";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { axeViolations, modelCard, renderPane } from "./render-pane";

describe("ErrorMessage", () => {
  const error = new GenaiError("timeout", "internal words", { retryable: true, requestId: "01J8-4F", phase: "idle" });

  it("says what happened, shows code and number on demand, and offers to try again", async () => {
    let retries = 0;
    renderPane(<ErrorMessage error={error} onRetry={() => (retries += 1)} />);
    expect(screen.getByRole("alert").textContent).toContain("時間内に応答がありませんでした。文書は変わっていません。");
    expect(screen.queryByText(/01J8-4F/)).toBeNull();
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "詳細" }));
    expect(screen.getByText(/コード：timeout/).textContent).toBe(
      "コード：timeout\n止まった段階：応答の途中\n受付番号：01J8-4F",
    );
    await user.click(screen.getByRole("button", { name: "もう一度試す" }));
    expect(retries).toBe(1);
    expect(document.body.textContent).not.toContain("internal words");
    expect(await axeViolations()).toEqual([]);
  });

  it("offers no second try where it would fail again", () => {
    renderPane(<ErrorMessage error={new GenaiError("forbidden", "x")} onRetry={() => undefined} />);
    expect(screen.queryByRole("button", { name: "もう一度試す" })).toBeNull();
  });
});

describe("ActionBar", () => {
  it("says in full why something cannot be done, keeps it reachable, and does nothing", async () => {
    let acted = 0;
    renderPane(
      <ActionBar
        actions={[
          { id: "insert", label: "下に挿入", primary: true, onAct: () => (acted += 1) },
          { id: "comment", label: "コメント", disabledReason: "この版では使えません。", onAct: () => (acted += 10) },
        ]}
      />,
    );
    const user = userEvent.setup();
    const comment = screen.getByRole("button", { name: "コメント" });
    await user.click(comment);
    await user.tab({ shift: true });
    await user.tab();
    expect(document.activeElement).toBe(comment);
    expect(document.getElementById(comment.getAttribute("aria-describedby")!)?.textContent).toBe(
      "この版では使えません。",
    );
    expect(acted).toBe(0);
    expect(await axeViolations()).toEqual([]);
  });

  it("acts once on a double click", async () => {
    let acted = 0;
    renderPane(<ActionBar actions={[{ id: "insert", label: "下に挿入", onAct: () => (acted += 1) }]} />);
    await userEvent.setup().dblClick(screen.getByRole("button", { name: "下に挿入" }));
    expect(acted).toBe(1);
  });
});

describe("Progress", () => {
  it("shows n/m and the time left", () => {
    renderPane(<Progress label="要約を作っています" done={2} total={4} remainingMs={12_400} />);
    expect(document.body.textContent).toContain("要約を作っています 2／4・残り約12秒");
    expect(screen.getByRole("progressbar").getAttribute("aria-valuetext")).toBe("4回のうち2回まで終わりました");
  });

  it("counts minutes from a minute and a half on, and shows no measure for a single part", () => {
    renderPane(<Progress label="要約" done={0} total={1} remainingMs={200_000} />);
    expect(document.body.textContent).toContain("残り約3分");
    expect(screen.getByRole("progressbar").hasAttribute("aria-valuenow")).toBe(false);
  });
});

describe("ModelList", () => {
  const choices = [
    { card: modelCard() },
    {
      card: modelCard({ id: "model-b", name: { ja: "海外モデルB", en: "B" }, region: "other", clearance: "1" }),
      disabledReason: "この文書の機密性では使えません",
    },
  ];

  it("shows what each model may receive and where it runs; one that cannot be used says why", async () => {
    const chosen: string[] = [];
    renderPane(
      <ModelList choices={choices} selected="model-a" onSelect={(id) => chosen.push(id)} onClose={() => undefined} />,
    );
    const [first, second] = screen.getAllByRole("button");
    expect(first!.textContent).toBe("国産モデルA機密性2まで・国内で処理");
    expect(first!.getAttribute("aria-pressed")).toBe("true");
    expect(second!.textContent).toContain("この文書の機密性では使えません");
    const user = userEvent.setup();
    await user.click(second!);
    await user.click(first!);
    expect(chosen).toEqual(["model-a"]);
    expect(await axeViolations()).toEqual([]);
  });

  it("closes with Escape", async () => {
    let closed = 0;
    renderPane(
      <ModelList choices={choices} selected={undefined} onSelect={() => undefined} onClose={() => (closed += 1)} />,
    );
    await userEvent.setup().keyboard("{Escape}");
    expect(closed).toBe(1);
  });
});

describe("ClassBadge", () => {
  it.each([
    [undefined, "機密性：未確認"],
    ["none", "機密性の表示なし"],
    ["2", "機密性2"],
    ["3", "機密性3"],
    ["unknown", "格付の確認が必要"],
  ] as const)("names class %s in words", (found, text) => {
    renderPane(<ClassBadge found={found} />);
    expect(screen.getByText(text)).toBeTruthy();
  });
});

describe("EmptyState", () => {
  it("says what to select, and shows an example in one click", async () => {
    renderPane(<EmptyState />);
    expect(screen.getByText(/要約したい段落を文書の中で選んでください/)).toBeTruthy();
    await userEvent.setup().click(screen.getByRole("button", { name: "例を見る" }));
    expect(screen.getByRole("region", { name: /^例/ }).textContent).toContain("1,250件");
    expect(await axeViolations()).toEqual([]);
  });
});

describe("Settings", () => {
  beforeEach(() => window.localStorage.clear());

  it("changes language and usual length", async () => {
    const changes: unknown[] = [];
    renderPane(
      <Suspense fallback={null}>
        <Settings
          settings={{ length: "300" }}
          locale="ja"
          stored
          onChange={(next) => changes.push(next)}
          onClose={() => undefined}
        />
      </Suspense>,
    );
    const user = userEvent.setup();
    await user.click(await screen.findByRole("radio", { name: "English" }));
    await user.click(screen.getByRole("radio", { name: /箇条書き/ }));
    expect(changes).toEqual([{ length: "300", locale: "en" }, { length: "bullets" }]);
    expect(await axeViolations()).toEqual([]);
  });

  it("are kept on this machine", () => {
    expect(saveSettings({ length: "100", locale: "en", model: "model-a" })).toBe(true);
    expect(loadSettings()).toEqual({ length: "100", locale: "en", model: "model-a" });
  });

  it("fall back when something else is stored, or when nothing may be", () => {
    const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    window.localStorage.setItem("genai-office.settings", '{"length":"9999","locale":"fr","model":5}');
    expect(loadSettings()).toEqual({ length: "automatic" });
    window.localStorage.setItem("genai-office.settings", "{broken");
    expect(loadSettings()).toEqual({ length: "automatic" });
    const denied = jest.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    expect(loadSettings()).toEqual({ length: "automatic" });
    expect(saveSettings({ length: "100" })).toBe(false);
    denied.mockRestore();
    warn.mockRestore();
  });
});

describe("theme", () => {
  it("follows the brightness of Office's background", () => {
    expect(["#ffffff", "#F3F2F1", "#262626", "000000", "red", undefined].map(themeOfBackground)).toEqual([
      "light",
      "light",
      "dark",
      "dark",
      undefined,
      undefined,
    ]);
  });
});

describe("pseudo-locale", () => {
  it("shows no text that bypasses the catalogue", () => {
    renderPane(<EmptyState />, "pseudo");
    const words = [...document.querySelectorAll("p, button")].map((element) => element.textContent ?? "");
    expect(words.length).toBeGreaterThan(2);
    for (const word of words) expect(word).toMatch(/^［.*］$/);
  });
});
