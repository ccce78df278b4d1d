import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ClientSettings, SwitchedOff } from "@genai-office/shared/relay-client";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { App } from "../../../../word-addin/src/App";
import { axeViolations } from "../../pane/render-pane";
import { MemoryDocument } from "./memory-document";
import { OfferingEngine } from "./offering-engine";

const settingsWith = (switchedOff: SwitchedOff[]): ClientSettings => ({
  version: "1",
  displayName: "AIアシスト",
  notices: [],
  switchedOff,
  templates: [],
  glossaries: [],
  limits: {},
  masking: { default: "where-refused", publicRoles: [] },
});

async function openPane(first: SwitchedOff[]) {
  const engine = new OfferingEngine();
  const relay = { switchedOff: first, asked: 0 };
  const services = {
    connect: () => Promise.resolve({ document: new MemoryDocument(), language: "ja", theme: undefined }),
    models: () => engine.fetchModels(),
    settings: () => {
      relay.asked += 1;
      return Promise.resolve(settingsWith(relay.switchedOff));
    },
    engine: () => Promise.resolve(engine),
    relayIsHere: false,
    research: () => Promise.reject(new GenaiError("connection-failed", "no apps in this test")),
    openSignIn: () => Promise.resolve(undefined),
    signIn: () => Promise.resolve(true),
  };
  await act(async () => {
    render(<App services={services} pageLanguage="ja" />);
  });
  return { engine, relay, user: userEvent.setup() };
}

const primary = () => document.querySelector<HTMLElement>("[data-part=primary]")!;
const isOff = () => primary().getAttribute("aria-disabled") === "true";
const whole: SwitchedOff = { scope: "whole", reason: "障害の調査のため", since: 0 };

/** Comes back to the pane after having been away for a while. */
async function comeBack() {
  const now = performance.now();
  const clock = jest.spyOn(performance, "now").mockImplementation(() => now + 60_000);
  await act(async () => {
    window.dispatchEvent(new Event("focus"));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  clock.mockRestore();
}

beforeEach(() => {
  window.localStorage.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it.each<[string, SwitchedOff]>([
  ["everything", whole],
  ["the task", { scope: "task", task: "summarize", reason: "障害の調査のため", since: 0 }],
])("disables the button while %s is switched off, with the operator's reason, until it is released", async (_, one) => {
  const { engine, relay, user } = await openPane([one]);
  await waitFor(() => expect(isOff()).toBe(true));
  const note = document.getElementById(primary().getAttribute("aria-describedby")!);
  expect(note?.textContent).toBe("いま停止されています（障害の調査のため）");
  expect(await axeViolations()).toEqual([]);
  await user.click(primary());
  await user.click(screen.getByRole("button", { name: "送る内容を見る" }));
  expect(engine.requests).toEqual([]);
  relay.switchedOff = [];
  await comeBack();
  await waitFor(() => expect(isOff()).toBe(false));
  await user.click(primary());
  await waitFor(() => expect(engine.requests).toHaveLength(1));
});

it("does not ask again with every focus", async () => {
  const { relay } = await openPane([]);
  const before = relay.asked;
  await act(async () => {
    for (let times = 0; times < 10; times += 1) window.dispatchEvent(new Event("focus"));
  });
  expect(relay.asked).toBe(before);
});

it("leaves the task alone when another task is switched off", async () => {
  await openPane([{ scope: "task", task: "translate", reason: "", since: 0 }]);
  expect(isOff()).toBe(false);
});

it("greys a model that is switched off with the reason, and asks the next one", async () => {
  const { engine, user } = await openPane([{ scope: "model", model: "model-a", reason: "契約の更新", since: 0 }]);
  const chip = document.querySelector<HTMLElement>("[data-part=model-chip]")!;
  await waitFor(() => expect(chip.textContent).toContain("海外モデルB"));
  await user.click(chip);
  const choice = document.querySelector<HTMLElement>("[data-model=model-a]")!;
  expect(choice.getAttribute("aria-disabled")).toBe("true");
  expect(choice.textContent).toContain("いま停止されています（契約の更新）");
  await user.click(primary());
  await waitFor(() => expect(engine.requests).toHaveLength(1));
  expect(engine.requests[0]!.card.id).toBe("model-b");
});

it("says so when every model is switched off", async () => {
  const off = (model: string): SwitchedOff => ({ scope: "model", model, reason: "", since: 0 });
  const { engine, user } = await openPane([off("model-a"), off("model-b")]);
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await user.click(primary());
  await waitFor(() => expect(document.querySelector("[data-code=switched-off]")).not.toBeNull());
  expect(engine.requests).toEqual([]);
});

it("asks again when a start is refused because something was switched off meanwhile", async () => {
  const { engine, relay, user } = await openPane([]);
  await user.click(primary());
  await waitFor(() => expect(engine.requests).toHaveLength(1));
  relay.switchedOff = [whole];
  await act(async () => engine.emit({ type: "failed", error: new GenaiError("switched-off", "x") }));
  await waitFor(() => expect(isOff()).toBe(true));
});
