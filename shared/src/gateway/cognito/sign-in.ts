import * as oidc from "openid-client";
import { GenaiError } from "../../vocabulary";
import type { TokenPort } from "../credentials";
import type { RenewalOptions } from "../renewed-value";
import { systemClock } from "../transport/clock";
import { PendingSignIns } from "./pending-sign-ins";
import { PersonSession } from "./person-session";
import { tokenEndpointError, userPoolConfiguration, type UserPoolSettings } from "./user-pool";

export interface CognitoSignInOptions extends RenewalOptions {
  /** How long a session is kept at most, from its sign-in. Milliseconds; Cognito's own limit is usually sooner. */
  sessionMs?: number;
  /** Sessions kept at once; the oldest goes first. */
  maximumSessions?: number;
}

/**
 * People signing in to a user pool, by authorization code with PKCE (RFC 7636), one session for each caller. A caller
 * is named by an id that only this person's requests can have; whoever starts a sign-in must finish it, so that a code
 * that somebody was tricked into getting is worth nothing to anybody else.
 */
export interface CognitoSignIn {
  /** The address to send the person to, and the state the code will come back with. */
  start(caller: string, redirectUri: string): Promise<{ authorizeUrl: string; state: string }>;
  /** Exchanges the code. Rejects with "forbidden" for a state that is not this caller's, "sign-in-required" for a bad code. */
  finish(caller: string, answer: { state: string; code: string }): Promise<void>;
  isSignedIn(caller: string): boolean;
  /** The one sign-in the caller's tokens come from: another object after every sign-in, undefined after signing out. */
  session(caller: string): object | undefined;
  /** The person's ID token; rejects with "sign-in-required" when there is none. */
  token(caller: string): TokenPort;
  /** Forgets the tokens and revokes them at the pool; false when the pool could not be told, or nobody was signed in. */
  signOut(caller: string): Promise<boolean>;
}

const defaultSessionMs = 7 * 24 * 60 * 60_000;
const defaultMaximumSessions = 10_000;

/** Tokens live in this object only: nothing is written, and a restart signs everybody out. */
export function createCognitoSignIn(settings: UserPoolSettings, options: CognitoSignInOptions = {}): CognitoSignIn {
  const { clock = systemClock, sessionMs = defaultSessionMs, maximumSessions = defaultMaximumSessions } = options;
  const pending = new PendingSignIns(clock);
  const sessions = new Map<string, { session: PersonSession; until: number }>();

  function sessionOf(caller: string): PersonSession | undefined {
    const found = sessions.get(caller);
    if (found === undefined) return undefined;
    if (clock.date() < found.until) return found.session;
    sessions.delete(caller);
    return undefined;
  }

  function keep(caller: string, session: PersonSession): void {
    sessions.delete(caller);
    const now = clock.date();
    for (const [key, { until }] of sessions) if (until <= now) sessions.delete(key);
    if (sessions.size >= maximumSessions) sessions.delete(sessions.keys().next().value!);
    sessions.set(caller, { session, until: now + sessionMs });
  }

  return {
    async start(caller, redirectUri) {
      const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const url = oidc.buildAuthorizationUrl(await userPoolConfiguration(settings), {
        response_type: "code",
        redirect_uri: redirectUri,
        scope: settings.scopes.join(" "),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        ...(settings.identityProvider === undefined ? {} : { identity_provider: settings.identityProvider }),
      });
      pending.add(state, { caller, redirectUri, nonce, codeVerifier });
      return { authorizeUrl: url.href, state };
    },

    async finish(caller, { state, code }) {
      const started = pending.take(state, caller);
      if (started === undefined) throw new GenaiError("forbidden", "no sign-in of this caller waits for that answer");
      const answer = new URL(started.redirectUri);
      answer.search = new URLSearchParams({ code, state }).toString();
      try {
        const tokens = await oidc.authorizationCodeGrant(await userPoolConfiguration(settings), answer, {
          pkceCodeVerifier: started.codeVerifier,
          expectedState: state,
          expectedNonce: started.nonce,
          idTokenExpected: true,
        });
        const replaced = sessionOf(caller);
        keep(caller, new PersonSession(settings, tokens, options));
        // The person does not wait for the tokens of the session before to be revoked; it never rejects.
        void replaced?.end();
      } catch (thrown) {
        throw tokenEndpointError(thrown);
      }
    },

    isSignedIn: (caller) => sessionOf(caller) !== undefined,

    session: (caller) => sessionOf(caller),

    token: (caller) => async () => {
      const session = sessionOf(caller);
      if (session === undefined) throw new GenaiError("sign-in-required", "the person has not signed in");
      try {
        return await session.token();
      } catch (thrown) {
        const over = GenaiError.isInstance(thrown) && thrown.code === "sign-in-required";
        // Another session may have taken its place meanwhile.
        if (over && sessions.get(caller)?.session === session) sessions.delete(caller);
        throw thrown;
      }
    },

    async signOut(caller) {
      const session = sessionOf(caller);
      sessions.delete(caller);
      return (await session?.end()) ?? false;
    },
  };
}
