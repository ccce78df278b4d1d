import * as oidc from "openid-client";
import { GenaiError } from "../../vocabulary";
import { RenewedValue, type Expiring, type RenewalOptions } from "../renewed-value";
import { tokenEndpointError, userPoolConfiguration, type UserPoolSettings } from "./user-pool";

/** What the token endpoint gave for a code or a refresh token, checked by openid-client (issuer, audience, expiry). */
type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/** The tokens of one person, in memory only. */
export class PersonSession {
  private readonly idToken: RenewedValue<string>;
  private readonly subject: string;
  private refreshToken: string;
  /** Set when the session is over; a renewal that is on its way then is not handed out. */
  private ended = false;

  /** @throws GenaiError "upstream-unauthorized" when an ID token or a refresh token is missing */
  constructor(
    private readonly settings: UserPoolSettings,
    tokens: Tokens,
    options: RenewalOptions,
  ) {
    const { token, subject } = idTokenOf(tokens);
    if (tokens.refresh_token === undefined) throw new GenaiError("upstream-unauthorized", "there is no refresh token");
    this.refreshToken = tokens.refresh_token;
    this.subject = subject;
    this.idToken = new RenewedValue(() => this.refresh(), options, token);
  }

  /** An ID token that is good for a while. Rejects with "sign-in-required" when the pool gives no other. */
  async token(): Promise<string> {
    const token = await this.idToken.get();
    if (this.ended) throw new GenaiError("sign-in-required", "the person has signed out");
    return token;
  }

  /** Ends the session here, then at the pool. False when the pool could not be told. */
  async end(): Promise<boolean> {
    this.ended = true;
    this.idToken.forget();
    try {
      const configuration = await userPoolConfiguration(this.settings);
      await oidc.tokenRevocation(configuration, this.refreshToken, { token_type_hint: "refresh_token" });
      return true;
    } catch {
      // What counts has happened: the tokens are gone from here. What was thrown may hold them, so it goes no further.
      return false;
    }
  }

  private async refresh(): Promise<Expiring<string>> {
    try {
      const configuration = await userPoolConfiguration(this.settings);
      const tokens = await oidc.refreshTokenGrant(configuration, this.refreshToken);
      const { token, subject } = idTokenOf(tokens);
      if (subject !== this.subject) throw new GenaiError("upstream-unauthorized", "the new token is another person's");
      this.refreshToken = tokens.refresh_token ?? this.refreshToken;
      // Signed out meanwhile: a refresh token that was made just now has to go as well.
      if (this.ended && tokens.refresh_token !== undefined) await this.end();
      return token;
    } catch (thrown) {
      throw tokenEndpointError(thrown);
    }
  }
}

function idTokenOf(tokens: Tokens): { token: Expiring<string>; subject: string } {
  const claims = tokens.claims();
  if (tokens.id_token === undefined || claims === undefined) {
    throw new GenaiError("upstream-unauthorized", "there is no ID token");
  }
  // Cognito signs access tokens with the same key and says in `token_use` which one it is.
  if (claims.token_use !== undefined && claims.token_use !== "id") {
    throw new GenaiError("upstream-unauthorized", "the token is no ID token");
  }
  return { token: { value: tokens.id_token, expiresAt: claims.exp * 1000 }, subject: claims.sub };
}
