import { act, render, waitFor } from "@testing-library/react";
import { watchEarlyStart } from "@genai-office/shared/pane";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { App } from "../../../../word-addin/src/App";
import { MemoryDocument } from "./memory-document";
import { OfferingEngine, summary } from "./offering-engine";

const primary = () => document.querySelector<HTMLElement>("[data-part=primary]")!;

it("要約 pressed on the skeleton is carried out when the pane has come, and its button keeps the focus", async () => {
  window.localStorage.clear();
  document.body.innerHTML = `<div id="root"><button data-part="primary" data-phase="idle" disabled>要約</button></div>`;
  const early = watchEarlyStart(document);
  primary().focus();
  primary().click();
  const engine = new OfferingEngine();
  const services = {
    connect: () => Promise.resolve({ document: new MemoryDocument(), language: "ja", theme: undefined }),
    models: () => engine.fetchModels(),
    settings: () => Promise.reject(new GenaiError("connection-failed", "no settings in this test")),
    engine: () => Promise.resolve(engine),
    relayIsHere: true,
    research: () => Promise.reject(new GenaiError("connection-failed", "no apps in this test")),
    openSignIn: () => Promise.resolve(undefined),
    signIn: () => Promise.resolve(true),
    early,
  };
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const root = document.getElementById("root")!;
  root.textContent = "";
  await act(async () => {
    render(<App services={services} pageLanguage="ja" />, { container: root });
  });
  await waitFor(() => expect(engine.requests).toHaveLength(1));
  expect([primary().dataset["phase"], document.activeElement]).toEqual(["running", primary()]);
  await act(async () => engine.emit({ type: "completed", result: summary }));
  await waitFor(() => expect(primary().textContent).toBe("もう一度要約"));
  jest.restoreAllMocks();
});
