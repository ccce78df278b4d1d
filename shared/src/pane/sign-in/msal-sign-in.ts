import {
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { signInError, type EntraOffer, type SignIn, type TokenOptions } from "../../sign-in";
import { GenaiError } from "../../vocabulary";
import { readDialogMessage } from "./dialog-result";
import { dialogPagePath, msalConfiguration, returnPagePath } from "./msal-configuration";
import { askInDialog } from "./office-dialog";
import { officeSurroundings, type SignInSurroundings } from "./office-surroundings";

/**
 * The sign-in by msal-browser. In an Office that signs people in for its add-ins, by that (nested app authentication);
 * elsewhere by what is kept, then in silence, and on a click in a dialog of Office or, outside of Office, in a window.
 */
export async function createMsalSignIn(
  offer: EntraOffer,
  surroundings: SignInSurroundings = officeSurroundings,
): Promise<SignIn> {
  const nested = surroundings.isNested();
  const configuration = msalConfiguration(offer, returnPagePath);
  const application = await (nested
    ? createNestablePublicClientApplication(configuration)
    : createStandardPublicClientApplication(configuration));
  const { scopes } = offer;
  const inOffice = await surroundings.account();
  const hint = inOffice === undefined ? {} : { loginHint: inOffice.loginHint };
  let current: AccountInfo | undefined = application.getActiveAccount() ?? application.getAllAccounts()[0];
  /** What is being asked for in silence: many requests at once ask once. */
  const waiting: { kept?: Promise<string>; renewed?: Promise<string> } = {};

  function take(result: AuthenticationResult): string {
    // With two accounts signed in, the login service may choose the other one (microsoft-authentication-library 7356).
    const { account, accessToken } = result;
    const expected = inOffice?.userObjectId ?? "";
    if (expected !== "" && account.localAccountId !== expected) {
      throw new GenaiError("sign-in-required", "the token is another account's than Office's");
    }
    current = account;
    application.setActiveAccount(account);
    return accessToken;
  }

  async function silently(renew: boolean): Promise<string> {
    if (current !== undefined || nested) {
      const account = current === undefined ? {} : { account: current };
      try {
        return take(await application.acquireTokenSilent({ scopes, ...account, forceRefresh: renew }));
      } catch (thrown) {
        if (inOffice === undefined) throw thrown;
      }
    }
    // Without knowing whom to look for this would only make a stranger's window flash.
    if (inOffice === undefined) throw new GenaiError("sign-in-required", "nobody has signed in here");
    return take(await application.ssoSilent({ scopes, ...hint }));
  }

  async function asking(): Promise<string> {
    if (nested || !surroundings.hasDialog()) {
      const account = current === undefined ? {} : { account: current };
      return take(await application.acquireTokenPopup({ scopes, ...account, ...hint }));
    }
    const url = `${window.location.origin}${dialogPagePath}`;
    const answer = await askInDialog(url, readDialogMessage);
    if (answer === undefined) throw new GenaiError("aborted", "the page of the sign-in was closed");
    if (answer === "failed") throw new GenaiError("unauthorized", "the sign-in did not work");
    await keep(application, answer, scopes);
    return take(answer);
  }

  async function acquire({ interactive = false, renew = false }: TokenOptions): Promise<string> {
    try {
      return await silently(renew);
    } catch (thrown) {
      const error = signInError(thrown);
      // A login service that cannot be reached is no reason to open a window.
      if (!interactive || error.code === "connection-failed") throw error;
    }
    return asking().catch((thrown: unknown) => {
      throw signInError(thrown);
    });
  }

  return {
    token(options = {}) {
      if (options.interactive === true) return acquire(options);
      const slot = options.renew === true ? "renewed" : "kept";
      return (waiting[slot] ??= acquire(options).finally(() => delete waiting[slot]));
    },
    signedInAs: () => current?.username,
    async signOut() {
      const account = current;
      current = undefined;
      application.setActiveAccount(null);
      if (account !== undefined) await application.clearCache({ account });
    },
  };
}

/** The dialog shares no storage with the pane (office-pitfalls D2): what it was given is put into the pane's own. */
async function keep(
  application: IPublicClientApplication,
  result: AuthenticationResult,
  scopes: string[],
): Promise<void> {
  await application.hydrateCache(result, { scopes, account: result.account });
}
