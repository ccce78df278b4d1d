import { createRoot } from "react-dom/client";
import { App } from "./App";
import { createTabServices } from "./tab-services";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");
createRoot(root).render(
  <App services={createTabServices(window.location.origin)} pageLanguage={document.documentElement.lang} />,
);
