import { readSignInOffer, type SignIn } from "../../sign-in";
import { GenaiError } from "../../vocabulary";
import { sessionHeaders } from "../relay-session";
import { retryable } from "../retryable";
import type { SignInSurroundings } from "./office-surroundings";
import { signInMode } from "./sign-in-mode";

/** The sign-in of a pane to its relay. In development mode there is none, and nothing of it is loaded. */
export interface PaneSignIn {
  /**
   * Headers of a request to the relay; shows nothing.
   * @throws GenaiError "sign-in-required" when the person has to be asked
   */
  headers(): Promise<Record<string, string>>;
  /** The same, after the relay has refused the last ones: with a new token. */
  renewedHeaders(): Promise<Record<string, string>>;
  /** True when a click has to come before anything else works. */
  isNeeded(): Promise<boolean>;
  /** For a click: asks the person. False when they have closed the window. */
  signIn(): Promise<boolean>;
  /** The name the person signs in by; undefined when nobody has, and in development mode. */
  signedInAs(): Promise<string | undefined>;
  signOut(): Promise<void>;
}

export interface PaneSignInOptions {
  /** The program around the page, asked for when somebody signs in; Office when left out. */
  surroundings?: () => Promise<SignInSurroundings>;
}

/** Makes the sign-in of a page; loads nothing before the first request, and msal only when the relay has a sign-in. */
export function createPaneSignIn(
  baseUrl: string,
  page: Document = document,
  options: PaneSignInOptions = {},
): PaneSignIn {
  const load = retryable(() => openSignIn(baseUrl, page, options));
  const headersWith = async (renew: boolean): Promise<Record<string, string>> => {
    const [session, signIn] = await Promise.all([sessionHeaders(), load()]);
    return signIn === undefined ? session : { ...session, Authorization: `Bearer ${await signIn.token({ renew })}` };
  };
  return {
    headers: () => headersWith(false),
    renewedHeaders: () => headersWith(true),
    async isNeeded() {
      const signIn = await load();
      if (signIn === undefined) return false;
      try {
        await signIn.token();
        return false;
      } catch (thrown) {
        if (GenaiError.isInstance(thrown) && thrown.code === "sign-in-required") return true;
        throw thrown;
      }
    },
    async signIn() {
      const signIn = await load();
      try {
        await signIn?.token({ interactive: true });
        return true;
      } catch (thrown) {
        if (GenaiError.isInstance(thrown) && thrown.code === "aborted") return false;
        throw thrown;
      }
    },
    signedInAs: async () => (await load())?.signedInAs(),
    signOut: async () => (await load())?.signOut(),
  };
}

async function openSignIn(
  baseUrl: string,
  page: Document,
  { surroundings }: PaneSignInOptions,
): Promise<SignIn | undefined> {
  if (signInMode(page) === "development") return undefined;
  const response = await fetch(`${baseUrl}/api/sign-in`, { headers: { Accept: "application/json" } });
  if (!response.ok)
    throw new GenaiError("connection-failed", "the relay did not tell its sign-in", { retryable: true });
  const offer = readSignInOffer(await response.json());
  if (offer.mode === "development") return undefined;
  const { createMsalSignIn } = await import(/* webpackChunkName: "sign-in" */ "./msal-sign-in");
  return createMsalSignIn(offer, await surroundings?.());
}
