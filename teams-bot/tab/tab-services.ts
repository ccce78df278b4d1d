import { retryable } from "@genai-office/shared/pane";
import { createPaneSignIn, signInMode } from "@genai-office/shared/pane/sign-in";
import type { JobsClient } from "@genai-office/shared/relay-client";
import type { TeamsConnection } from "./teams/connect-teams";

/** What the tab stands on. */
export interface TabServices {
  /** Resolves when Teams is ready. After a failure the next call tries again. */
  connect(): Promise<TeamsConnection>;
  jobs(): Promise<JobsClient>;
  /** For a click: asks the person to sign in to the relay. False when they have closed the window. */
  signIn(): Promise<boolean>;
}

/** The way to Teams, and to the relay that delivered the tab. */
export function createTabServices(baseUrl: string, page: Document = document): TabServices {
  const connect = retryable(async () => {
    const { connectTeams } = await import(/* webpackChunkName: "teams-host" */ "./teams/connect-teams");
    return connectTeams();
  });
  const signIn = createPaneSignIn(baseUrl, page, {
    surroundings: async () => (await connect()).signInSurroundings,
  });
  /** Where nobody signs in (this machine only), the tab says itself whose jobs it shows. */
  const owner = async (): Promise<Record<string, string>> => {
    if (signInMode(page) !== "development") return {};
    const { person } = await connect();
    return { "X-GenAI-On-Behalf-Of": person.objectId, "X-GenAI-Tenant": person.tenantId };
  };
  return {
    connect,
    jobs: retryable(async () => {
      const { createJobsClient } = await import(/* webpackChunkName: "relay" */ "@genai-office/shared/relay-client");
      return createJobsClient({
        baseUrl,
        headers: async () => ({ ...(await signIn.headers()), ...(await owner()) }),
        renewedHeaders: async () => ({ ...(await signIn.renewedHeaders()), ...(await owner()) }),
      });
    }),
    signIn: () => signIn.signIn(),
  };
}
