import type { EarlyStart } from "@genai-office/shared/pane";
import { createPaneBackend } from "@genai-office/shared/pane/research";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { connectOutlook } from "./connect-outlook";
import { mailEngineOver } from "./features/work/mail-engine";
import { firstAttention } from "./features/selection/attention";

/** Puts the pane into the place of the page's skeleton. */
export function openPane(early: EarlyStart): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no root element");
  const backend = createPaneBackend(window.location.origin);
  const attended = firstAttention();
  const services = {
    attention: () => attended,
    ...backend,
    mailEngine: mailEngineOver(backend),
    connect: () => connectOutlook(document),
    early,
  };
  const pane = <App services={services} pageLanguage={document.documentElement.lang} />;
  // A transition is drawn in slices: the skeleton's button answers between them.
  startTransition(() => createRoot(root).render(pane));
}
