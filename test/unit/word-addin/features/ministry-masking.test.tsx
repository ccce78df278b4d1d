import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ClientSettings } from "@genai-office/shared/relay-client";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { App } from "../../../../word-addin/src/App";
import { axeViolations } from "../../pane/render-pane";
import { MemoryDocument } from "./memory-document";
import { OfferingEngine } from "./offering-engine";

async function openPane(policy: ClientSettings["masking"]["default"]) {
  const engine = new OfferingEngine();
  const settings: ClientSettings = {
    version: "1",
    displayName: "AIアシスト",
    notices: [],
    switchedOff: [],
    templates: [],
    glossaries: [],
    limits: {},
    masking: { default: policy, publicRoles: [] },
  };
  const services = {
    connect: () => Promise.resolve({ document: new MemoryDocument(), language: "ja", theme: undefined }),
    models: () => engine.fetchModels(),
    settings: () => Promise.resolve(settings),
    engine: () => Promise.resolve(engine),
    relayIsHere: false,
    research: () => Promise.reject(new GenaiError("connection-failed", "no apps in this test")),
    openSignIn: () => Promise.resolve(undefined),
    signIn: () => Promise.resolve(true),
  };
  await act(async () => {
    render(<App services={services} pageLanguage="ja" />);
  });
  return userEvent.setup();
}

beforeEach(() => {
  window.localStorage.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it.each([
  ["always", true],
  ["where-refused", false],
  ["off", false],
] as const)("shows the box as the ministry has set it (%s) until the person chooses", async (policy, checked) => {
  const user = await openPane(policy);
  await user.click(document.querySelector<HTMLElement>("[data-part=options]")!);
  const box = () => screen.getByRole<HTMLInputElement>("checkbox", { name: /氏名などを伏せて送る/ });
  await waitFor(() => expect(box().checked).toBe(checked));
  await user.click(box());
  expect(box().checked).toBe(!checked);
});

it("has tabs that name their panel, and none while the settings stand in its place", async () => {
  const user = await openPane("off");
  const tab = () => screen.getByRole("tab", { name: "要約" });
  expect(document.getElementById(tab().getAttribute("aria-controls")!)).not.toBeNull();
  await user.click(screen.getByRole("button", { name: "設定を開く" }));
  await waitFor(() => expect(document.querySelector("[role=tabpanel]")).toBeNull());
  expect(tab().hasAttribute("aria-controls")).toBe(false);
  expect(await axeViolations()).toEqual([]);
});
