import { createPaneBackend } from "@genai-office/shared/pane/research";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { connectOutlook } from "./connect-outlook";
import { mailEngineOver } from "./features/work/mail-engine";
import { firstAttention } from "./features/selection/attention";
import type { PaneServices } from "./pane-services";

const backend = createPaneBackend(window.location.origin);
const attended = firstAttention();
const services: PaneServices = {
  attention: () => attended,
  ...backend,
  mailEngine: mailEngineOver(backend),
  connect: () => connectOutlook(document),
};

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");
createRoot(root).render(<App services={services} pageLanguage={document.documentElement.lang} />);
