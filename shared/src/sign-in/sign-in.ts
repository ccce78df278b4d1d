export interface TokenOptions {
  /** The person has just clicked: a window may be opened. Without it nothing is ever shown. */
  interactive?: boolean;
  /** The relay has refused the last token: a new one, not the one that is kept. */
  renew?: boolean;
}

/** The sign-in of a person to the relay: where its access tokens come from. */
export interface SignIn {
  /**
   * An access token for the relay. It is a secret: no part of an error, a log or a page.
   * @throws GenaiError "sign-in-required" when the person has to be asked, "aborted" when they closed the window,
   * "connection-failed", "host-error" (no window), "unauthorized" (the registration is wrong)
   */
  token(options?: TokenOptions): Promise<string>;
  /** The name the person signs in by; undefined when nobody has signed in here. */
  signedInAs(): string | undefined;
  /** Forgets the person on this page. Their session at the login service is theirs to end. */
  signOut(): Promise<void>;
}
