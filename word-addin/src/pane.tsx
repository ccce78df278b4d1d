import { retryable } from "@genai-office/shared/pane";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { connectOffice } from "./office/connect-office";
import type { PaneServices } from "./pane-services";

/** Way to the relay that delivered the pane; loaded when the pane stands, for the models. */
const relay = retryable(async () => {
  const { createRelayClient } = await import(/* webpackChunkName: "relay" */ "@genai-office/shared/relay-client");
  return createRelayClient({ baseUrl: window.location.origin });
});

const engine = retryable(async () => {
  const [{ createEngine }, runner] = await Promise.all([import(/* webpackChunkName: "tasks" */ "./engine"), relay()]);
  return createEngine(runner);
});

const services: PaneServices = {
  connect: () => connectOffice(document),
  models: async () => (await relay()).fetchModels(),
  engine,
  relayIsHere: ["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname),
};

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");
createRoot(root).render(<App services={services} pageLanguage={document.documentElement.lang} />);
