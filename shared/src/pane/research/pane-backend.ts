import type { SignInMessage } from "../office/sign-in-dialog";
import { relayLoader, createSummaryBackend, type TaskBackend } from "../summary/summary-backend";
import type { PaneAccount } from "../Account";
import { signInMode } from "../sign-in/sign-in-mode";
import { createPaneSignIn } from "../sign-in/pane-sign-in";
import { diagnose } from "../diagnostics";
import { retryable } from "../retryable";
import type { ResearchBackend } from "./research-backend";
import type { ResearchServices } from "./use-research";

/** What a pane with all its tasks stands on besides Office. */
export interface PaneBackend extends TaskBackend, ResearchServices {
  /** Who is signed in to the relay; undefined where nobody signs in. */
  account: PaneAccount | undefined;
}

/**
 * An app that answers at once answers when it is done, which GENAI lets take up to 300 seconds; one that was accepted
 * works up to 96 hours. The relay keeps the connection alive meanwhile, and the silence between two of its signs is timed.
 */
const patience = { firstTokenMs: 330_000, totalMs: Infinity };

/** Few people sign in to more than the relay: what opens that page comes with the first of them. */
async function openSignInDialog(url: string): Promise<SignInMessage | undefined> {
  const dialog = await import(/* webpackChunkName: "foreign-sign-in" */ "../office/sign-in-dialog");
  return dialog.openSignInDialog(url);
}

/** The way to the relay that delivered the pane, for all its tasks. */
export function createPaneBackend(baseUrl: string): PaneBackend {
  const person = createPaneSignIn(baseUrl);
  const { headers, renewedHeaders } = person;
  const relay = relayLoader(baseUrl, person);
  const summary = createSummaryBackend(baseUrl, relay);
  const research = retryable(async (): Promise<ResearchBackend> => {
    const [{ createRelayClient, createConnectionsClient }, gate] = await Promise.all([
      import(/* webpackChunkName: "relay" */ "../../relay-client"),
      summary.gate(),
    ]);
    const patient = createRelayClient({ baseUrl, headers, renewedHeaders, timers: patience });
    const connections = createConnectionsClient({ baseUrl, headers, renewedHeaders });
    return {
      ...gate,
      apps: async (signal) => (await relay()).fetchApps(signal),
      models: summary.models,
      run: (step, signal) => patient.run(step, { signal }),
      report(report) {
        patient
          .reportRun(report)
          .catch((thrown: unknown) => diagnose("what became of an answer could not be told", thrown));
      },
      connections,
    };
  });
  // First to the relay, without which nothing works, then to what lies behind it.
  const signIn = async () => {
    if (await person.isNeeded()) return person.signIn();
    const { signInTo } = await import(/* webpackChunkName: "foreign-sign-in" */ "../sign-in-to");
    return signInTo((await research()).connections, openSignInDialog);
  };
  const account = signInMode(document) === "development" ? undefined : person;
  return { ...summary, research, openSignIn: openSignInDialog, signIn, account };
}
