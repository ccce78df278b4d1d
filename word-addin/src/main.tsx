import { createRoot } from "react-dom/client";
import { App } from "./App";
import { connectOffice } from "./office/connect-office";
import type { Engine, PaneServices } from "./pane-services";

let engine: Promise<Engine> | undefined;

const services: PaneServices = {
  connect: () => connectOffice(document),
  engine() {
    engine ??= import(/* webpackChunkName: "engine" */ "./engine").then(
      ({ createEngine }) => createEngine(window.location.origin),
      (failed: unknown) => {
        engine = undefined;
        throw failed;
      },
    );
    return engine;
  },
  relayIsHere: ["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname),
};

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");
createRoot(root).render(<App services={services} pageLanguage={document.documentElement.lang} />);
