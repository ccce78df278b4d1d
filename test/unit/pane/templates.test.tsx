import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ClientSettings } from "@genai-office/shared/relay-client";
import TemplatePicker from "../../../shared/src/pane/summary/TemplatePicker";
import { axeViolations, renderPane } from "./render-pane";

afterEach(cleanup);

const executives = { id: "e", task: "summarize", name: { ja: "幹部説明用" }, instruction: "三点で書く。" } as const;
const settings = {
  templates: [executives, { id: "t", task: "translate", name: { ja: "翻訳用" }, instruction: "直訳する。" }],
} as unknown as ClientSettings;
const load = () => Promise.resolve(settings);

test("offers the templates for summaries, and none", async () => {
  const chosen: unknown[] = [];
  const onChange = (template: unknown) => void chosen.push(template);
  renderPane(<TemplatePicker load={load} value={undefined} onChange={onChange} />);
  const select = await screen.findByRole("combobox", { name: "定型" });
  expect([...select.querySelectorAll("option")].map(({ textContent }) => textContent)).toEqual([
    "指定なし",
    "幹部説明用",
  ]);
  await userEvent.selectOptions(select, "幹部説明用");
  expect(chosen).toEqual([executives]);
  expect(await axeViolations()).toEqual([]);
});

test("without templates there is nothing to choose", async () => {
  const nothing = () => Promise.resolve({ ...settings, templates: [] });
  renderPane(<TemplatePicker load={nothing} value={undefined} onChange={() => undefined} />);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole("combobox")).toBeNull();
});
