import { teamsPagePath } from "@genai-office/shared/pane/sign-in";
import { runSignInPage } from "@genai-office/shared/pane/sign-in/page";
import { inTime } from "../teams/in-time";
import { hostsOfPolicy, keepHostListHere } from "../teams/known-hosts";

/**
 * Tells Teams, which tells the tab that had this window opened. teams-js takes and gives messages only where the window was
 * opened by a host of Teams, or by who may show the tab: nobody else gets a token by opening this page.
 */
async function hand(message: string): Promise<void> {
  keepHostListHere(window);
  // A chunk of its own: one that two pages share would hold again what the tab has already.
  const [{ app, authentication }, page] = await Promise.all([
    import(/* webpackChunkName: "teams-window" */ "@microsoft/teams-js"),
    fetch(window.location.pathname, { method: "HEAD" }),
  ]);
  await inTime(() => app.initialize(hostsOfPolicy(page.headers.get("Content-Security-Policy"))));
  // A refusal is told the same way: what Teams makes of a failure differs from client to client.
  authentication.notifySuccess(message);
}

/** The page that a window of Teams opens (sign-in/teams.html). */
void runSignInPage(teamsPagePath, hand);
