import { createRoot } from "react-dom/client";
import { App } from "./App";
import { createTabServices } from "./tab-services";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");
const services = createTabServices(window.location.origin);
// Asked for now, so that they come while the page is drawn; the app asks again, and shows what went wrong.
for (const part of [services.connect(), services.jobs()]) part.catch(() => undefined);
createRoot(root).render(<App services={services} pageLanguage={document.documentElement.lang} />);
