import type { authentication } from "@microsoft/teams-js";
import { teamsPagePath, type SignInWindow } from "@genai-office/shared/pane/sign-in";
import { GenaiError } from "@genai-office/shared/vocabulary";

/** Pixels; Entra's page and a ministry's own sign-in need about this much. */
const size = { width: 520, height: 640 };

/**
 * The window that Teams opens for a sign-in: a page in Teams may open none itself on a desktop or a phone, and in a browser its
 * storage is not that of a window, so that msal would wait there for an answer that never comes.
 * @param origin of the tab
 */
export function askInTeams(
  { authenticate }: Pick<typeof authentication, "authenticate">,
  origin: string,
): SignInWindow {
  return async (read) => {
    let told: string;
    try {
      told = await authenticate({ url: `${origin}${teamsPagePath}`, ...size });
    } catch (thrown) {
      // teams-js says it in the text of its error (its documentation: CancelledByUser, FailedToOpenWindow, or what the page told).
      if (thrown instanceof Error && thrown.message === "CancelledByUser") return undefined;
      throw new GenaiError("host-error", "Teams could not open the page of the sign-in");
    }
    const answer = read(told);
    if (answer === undefined)
      throw new GenaiError("malformed-response", "the page of the sign-in said nothing that is known");
    return answer;
  };
}
