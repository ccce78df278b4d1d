import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PaneProvider } from "@genai-office/shared/pane";
import type { ClientSettings } from "@genai-office/shared/relay-client";
import { PaneNotices } from "../../../shared/src/pane/notices/PaneNotices";
import { testCard } from "../../support/test-step";

const nothing: ClientSettings = {
  version: "1",
  displayName: "AIアシスト",
  notices: [],
  switchedOff: [],
  templates: [],
  glossaries: [],
  limits: {},
  masking: { default: "where-refused", publicRoles: [] },
};

afterEach(cleanup);

async function show(load: (() => Promise<ClientSettings>) | undefined, locale: "ja" | "en" = "ja", refused = false) {
  const shown = (again: boolean) => (
    <PaneProvider locale={locale}>
      <PaneNotices load={load} models={[testCard({ id: "m-1" })]} refused={again} />
    </PaneProvider>
  );
  const { container, rerender } = render(shown(refused));
  // The settings and the bars come one after the other.
  await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
  return {
    bars: () =>
      [...container.querySelectorAll("[data-part=notice],[data-part=switched-off]")].map((bar) => bar.textContent),
    refuse: async () => {
      rerender(shown(true));
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    },
  };
}

test("a notice can be put away, and stays away until it says something else", async () => {
  const notice = (ja: string) => ({ id: "n-1", text: { ja, en: "Maintenance" }, severity: "warning" as const });
  const first = await show(() => Promise.resolve({ ...nothing, notices: [notice("保守のお知らせ")] }));
  expect(first.bars()).toEqual(["保守のお知らせ"]);
  await userEvent.click(screen.getByRole("button", { name: "このお知らせを閉じる" }));
  expect(first.bars()).toEqual([]);
  cleanup();
  expect((await show(() => Promise.resolve({ ...nothing, notices: [notice("保守のお知らせ")] }))).bars()).toEqual([]);
  cleanup();
  const reworded = await show(() => Promise.resolve({ ...nothing, notices: [notice("保守の延期")] }), "en");
  expect(reworded.bars()).toEqual(["Maintenance"]);
});

test("what is switched off is told with its reason as plain text, and cannot be put away", async () => {
  const { bars } = await show(() =>
    Promise.resolve({
      ...nothing,
      switchedOff: [
        { scope: "task", task: "summarize", reason: "<b>点検</b>", since: 0 },
        { scope: "model", model: "m-1", reason: "", since: 0 },
        { scope: "whole", reason: "停止", since: 0 },
      ],
    }),
  );
  expect(bars()).toEqual([
    "「要約」は、いま停止されています。\n<b>点検</b>",
    "モデル「試験」は、いま停止されています。",
    "AIアシストは、いま停止されています。\n停止",
  ]);
  expect(screen.queryByRole("button")).toBeNull();
});

test("asks again when a step was refused because something is switched off", async () => {
  let told = nothing;
  const { bars, refuse } = await show(() => Promise.resolve(told));
  expect(bars()).toEqual([]);
  told = { ...nothing, switchedOff: [{ scope: "whole", reason: "障害", since: 0 }] };
  await refuse();
  await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
  expect(bars()).toEqual(["AIアシストは、いま停止されています。\n障害"]);
});

test("a relay that cannot be asked, or a pane without one, shows nothing", async () => {
  const warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const errored = jest.spyOn(console, "error").mockImplementation(() => undefined);
  expect((await show(() => Promise.reject(new Error("away")))).bars()).toEqual([]);
  expect((await show(undefined)).bars()).toEqual([]);
  warned.mockRestore();
  errored.mockRestore();
});

test("closing notices takes the focus to the next one, and after the last one to the task", async () => {
  const notices = ["甲", "乙"].map((ja) => ({ id: ja, text: { ja }, severity: "info" as const }));
  const load = () => Promise.resolve({ ...nothing, notices });
  render(
    <PaneProvider locale="ja">
      <PaneNotices load={load} models={[]} refused={false} />
      <button data-part="primary">要約</button>
    </PaneProvider>,
  );
  await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
  const close = () => screen.getAllByRole("button", { name: "このお知らせを閉じる" });
  await userEvent.click(close()[0]!);
  await waitFor(() => expect(document.activeElement).toBe(close()[0]));
  expect(close()).toHaveLength(1);
  await userEvent.click(close()[0]!);
  await waitFor(() => expect(document.activeElement?.textContent).toBe("要約"));
});
