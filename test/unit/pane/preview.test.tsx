import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Preview, type PreviewResult } from "@genai-office/shared/pane";
import type { Statement } from "@genai-office/shared/vocabulary";
import { axeViolations, renderPane } from "./render-pane";

const statements: Statement[] = [
  { text: "件数は3万件である。", sources: ["p1"], layout: "sentence" },
  { text: "待ち時間は18分になった。", sources: ["p2"], layout: "sentence" },
  { text: "今後見直す。", sources: [], layout: "sentence" },
];
const text = statements.map((statement) => statement.text).join("");
const at = text.indexOf("18分");
const result: PreviewResult = {
  text,
  statements,
  findings: [
    {
      guard: "figures",
      code: "figure-not-in-source",
      severity: "error",
      values: { found: "18分", nearest: "19分" },
      output: { start: at, end: at + 3 },
    },
  ],
};

function show(values: Partial<Parameters<typeof Preview>[0]> = {}) {
  const chosen: Statement[] = [];
  renderPane(
    <Preview
      label="AIによる下書き・国産モデルA"
      streaming=""
      onShowSource={(statement) => chosen.push(statement)}
      {...values}
    />,
  );
  return chosen;
}

describe("Preview", () => {
  it("shows streaming text without a live region that would read every word", () => {
    show({ streaming: "件数は3万" });
    const section = screen.getByRole("region", { name: "要約の結果" });
    expect(section.textContent).toContain("件数は3万");
    expect(section.getAttribute("aria-busy")).toBe("true");
    expect(section.querySelector("[aria-live],[role=status],[role=log]")).toBeNull();
  });

  it("says who wrote it", () => {
    show({ result });
    expect(screen.getByText("AIによる下書き・国産モデルA")).toBeTruthy();
  });

  it("leads a sentence to its source by click and by key, but not one without a source", async () => {
    const chosen = show({ result });
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: /件数は/ }));
    expect(chosen).toEqual([statements[0]]);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(chosen).toEqual([statements[0], statements[1]]);
    await user.keyboard("{End} ");
    expect(document.activeElement?.textContent).toBe("今後見直す。");
    expect(chosen).toHaveLength(2);
  });

  it("has one tab stop for all sentences", () => {
    show({ result });
    const stops = screen.getAllByRole("button").filter((element) => element.tabIndex === 0);
    expect(stops).toHaveLength(1);
  });

  it("marks the figure and says below the paragraph what the source has", () => {
    show({ result });
    expect(document.querySelector("mark")?.textContent).toBe("18分");
    expect(document.querySelector("[data-part=finding]")?.textContent).toBe(
      "要確認原文は「19分」、出力は「18分」です。",
    );
    expect(screen.getByText(/確認が必要な点：1件/)).toBeTruthy();
  });

  it.each([
    ["while streaming", { streaming: "件数は" }],
    ["when finished", { result }],
  ])("breaks no rule of axe %s", async (_, values) => {
    show(values);
    expect(await axeViolations()).toEqual([]);
  });
});

test("a remark on a sentence that is not borne out names it by its first words; others do not", () => {
  const start = text.indexOf("待ち時間");
  const doubtful = { guard: "evidence", code: "statement-unconfirmed", severity: "warning" } as const;
  const long = "この文は十六字よりも長いので途中で切られる。";
  show({
    result: {
      text: text + long,
      statements: [...statements, { text: long, sources: ["p1"], layout: "sentence" }],
      findings: [
        ...result.findings,
        { ...doubtful, values: { reason: "figure" }, output: { start, end: start + 13 } },
        { ...doubtful, values: { reason: "words" }, output: { start: text.length, end: text.length + long.length } },
      ],
    },
  });
  const notes = [...document.querySelectorAll("[data-part=finding]")].map((note) => note.textContent);
  expect(notes).toContainEqual(expect.stringContaining("「待ち時間は18分になった。」未確認："));
  expect(notes).toContainEqual(expect.stringContaining("「この文は十六字よりも長いので途中…」未確認："));
  expect(notes[0]).not.toContain("「待ち");
});
