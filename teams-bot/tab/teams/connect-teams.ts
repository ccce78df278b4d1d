import type { SignInSurroundings } from "@genai-office/shared/pane/sign-in";
import { diagnose, type ThemeName } from "@genai-office/shared/pane";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { askInTeams } from "../sign-in/ask-in-teams";
import { inTime } from "./in-time";
import { hostOrigin, keepHostListHere } from "./known-hosts";

/** Who looks at the tab, as Teams tells. It proves nothing: what is theirs is told by their token. */
export interface TeamsPerson {
  objectId: string;
  tenantId: string;
}

/** What the tab has of Teams once it is connected. */
export interface TeamsConnection {
  /** E.g. "ja-jp". */
  language: string;
  theme: ThemeName;
  /** Calls back when the person changes the theme of Teams. */
  onTheme(handler: (theme: ThemeName) => void): void;
  person: TeamsPerson;
  /** Id of the job that a link led to; undefined when the tab was opened by itself. */
  linked: string | undefined;
  signInSurroundings: SignInSurroundings;
}

/**
 * Connects to Teams by its own library.
 * @throws GenaiError "host-unsupported" outside of Teams, "timeout" when Teams does not answer
 */
export async function connectTeams(page: Window = window): Promise<TeamsConnection> {
  if (page.parent === page) throw new GenaiError("host-unsupported", "the tab is not shown by Teams");
  keepHostListHere(page);
  const { app, authentication, nestedAppAuth } = await import(
    /* webpackChunkName: "teams-host" */ "@microsoft/teams-js"
  );
  const context = await inTime(async () => {
    await app.initialize(hostOrigin(page));
    return app.getContext();
  });
  // Teams shows a spinner over the tab until it is told.
  app.notifySuccess().catch((thrown: unknown) => diagnose("Teams was not told that the tab is there", thrown));
  const { user } = context;
  return {
    language: context.app.locale,
    theme: themeOf(context.app.theme),
    onTheme: (handler) => app.registerOnThemeChangeHandler((name) => handler(themeOf(name))),
    person: { objectId: user?.id ?? "", tenantId: user?.tenant?.id ?? "" },
    linked: context.page.subPageId === "" ? undefined : context.page.subPageId,
    signInSurroundings: {
      isNested: () => nestedAppAuth.isNAAChannelRecommended(),
      window: () => askInTeams(authentication, page.location.origin),
      account: async () =>
        user?.loginHint === undefined ? undefined : { loginHint: user.loginHint, userObjectId: user.id },
    },
  };
}

/** High contrast is the browser's own (`forced-colors`); under it Teams is dark. */
function themeOf(name: string): ThemeName {
  return name === "dark" || name === "contrast" || name === "glass" ? "dark" : "light";
}
