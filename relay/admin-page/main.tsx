import { createPaneSignIn } from "@genai-office/shared/pane/sign-in";
import { createRoot } from "react-dom/client";
import { AdminApp } from "./AdminApp";
import { createAdminClient } from "./admin-client";

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root element");
const { origin } = window.location;
const signIn = createPaneSignIn(origin);
createRoot(root).render(
  <AdminApp
    client={createAdminClient(origin, signIn)}
    signIn={signIn}
    locale={document.documentElement.lang === "en" ? "en" : "ja"}
  />,
);
