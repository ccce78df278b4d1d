import type { EarlyStart } from "@genai-office/shared/pane";
import { createPaneBackend } from "@genai-office/shared/pane/research";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { connectOffice } from "./office/connect-office";

/** Puts the pane into the place of the page's skeleton. */
export function openPane(early: EarlyStart): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no root element");
  const services = {
    ...createPaneBackend(window.location.origin),
    connect: () => connectOffice(document),
    early,
  };
  const pane = <App services={services} pageLanguage={document.documentElement.lang} />;
  // A transition is drawn in slices: the skeleton's button answers between them.
  startTransition(() => createRoot(root).render(pane));
}
