import {
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  PublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { signInError, type EntraOffer, type SignIn, type TokenOptions } from "../../sign-in";
import { GenaiError } from "../../vocabulary";
import { readDialogMessage } from "./dialog-result";
import { msalConfiguration, returnPagePath } from "./msal-configuration";
import { officeSurroundings, type SignInSurroundings } from "./office-surroundings";

/** Keeps, for this tab, that the program around the page did not sign the person in although it said that it does. */
const nestedFailedKey = "genai-nested-sign-in-failed";

/**
 * The sign-in by msal-browser. In an Office or Teams that signs people in for its pages, by that (nested app authentication);
 * where it does not, or cannot after all, by what is kept, then in silence, and on a click in a window that Office or Teams
 * opens, or the page itself elsewhere.
 */
export async function createMsalSignIn(
  offer: EntraOffer,
  surroundings: SignInSurroundings = officeSurroundings,
): Promise<SignIn> {
  const configuration = msalConfiguration(offer, returnPagePath);
  const isOffered = surroundings.isNested() && window.sessionStorage.getItem(nestedFailedKey) === null;
  // What is offered may lack its bridge: msal then makes an application of the usual kind, and does not say so.
  let nested = false;
  let application: IPublicClientApplication = await (isOffered
    ? createNestablePublicClientApplication(configuration, undefined, (given, controller) => {
        nested = true;
        return new PublicClientApplication(given, controller);
      })
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
    const askInWindow = surroundings.window();
    if (nested) {
      try {
        return await askingByMsal();
      } catch (thrown) {
        if (askInWindow === undefined || isFinal(signInError(thrown))) throw thrown;
      }
      await leaveNested();
    }
    if (askInWindow === undefined) return askingByMsal();
    const answer = await askInWindow(readDialogMessage);
    if (answer === undefined) throw new GenaiError("aborted", "the page of the sign-in was closed");
    if (answer === "failed") throw new GenaiError("unauthorized", "the sign-in did not work");
    await keep(application, answer, scopes);
    return take(answer);
  }

  async function askingByMsal(): Promise<string> {
    const account = current === undefined ? {} : { account: current };
    return take(await application.acquireTokenPopup({ scopes, ...account, ...hint }));
  }

  /** From now on, and after the page is opened anew, as where nobody signs people in for us. */
  async function leaveNested(): Promise<void> {
    window.sessionStorage.setItem(nestedFailedKey, "1");
    application = await createStandardPublicClientApplication(configuration);
    nested = false;
    current = undefined;
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

/** Who said no is not asked again in another way, and a service that is away is away in every way. */
function isFinal({ code }: GenaiError): boolean {
  return code === "aborted" || code === "forbidden" || code === "connection-failed";
}

/** The dialog shares no storage with the pane (office-pitfalls D2): what it was given is put into the pane's own. */
async function keep(
  application: IPublicClientApplication,
  result: AuthenticationResult,
  scopes: string[],
): Promise<void> {
  await application.hydrateCache(result, { scopes, account: result.account });
}
