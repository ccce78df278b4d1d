import * as oidc from "openid-client";
import { GenaiError } from "../../vocabulary";
import { connectionError } from "../transport/connection-error";
import { refusalOfStatus } from "../transport/refusals";

/** A user pool of Amazon Cognito and our app client in it. */
export interface UserPoolSettings {
  /** Address of the pool's sign-in pages, without a slash at its end. */
  domain: string;
  /** `iss` of its tokens: `https://cognito-idp.REGION.amazonaws.com/POOL`. */
  issuer: string;
  clientId: string;
  /** Secret of the app client, when it has one; asked for each time, so that it can be changed. */
  clientSecret?: () => Promise<string>;
  scopes: readonly string[];
  /** Identity provider of the ministry in the pool; skips Cognito's page of choices. */
  identityProvider?: string;
}

/** How long a token endpoint may take, in seconds. */
const timeoutSeconds = 20;

/** The pool as openid-client sees it. Cognito's endpoints are fixed below its domain, so nothing has to be discovered. */
export async function userPoolConfiguration(settings: UserPoolSettings): Promise<oidc.Configuration> {
  const secret = await settings.clientSecret?.();
  const configuration = new oidc.Configuration(
    {
      issuer: settings.issuer,
      authorization_endpoint: `${settings.domain}/oauth2/authorize`,
      token_endpoint: `${settings.domain}/oauth2/token`,
      revocation_endpoint: `${settings.domain}/oauth2/revoke`,
    },
    settings.clientId,
    undefined,
    secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret),
  );
  configuration.timeout = timeoutSeconds;
  // Plain http is for a pool on this machine; the settings admit no other.
  if (settings.domain.startsWith("http:")) oidc.allowInsecureRequests(configuration);
  return configuration;
}

/**
 * Names a failure of the token endpoint. Nothing that was thrown is kept: it holds responses, codes and tokens.
 * `invalid_grant` (RFC 6749, 5.2) means that code or refresh token are not, or no longer, good: sign in again.
 */
export function tokenEndpointError(thrown: unknown): GenaiError {
  if (GenaiError.isInstance(thrown)) return thrown;
  if (thrown instanceof oidc.ResponseBodyError) {
    if (thrown.error === "invalid_grant") return new GenaiError("sign-in-required", "the grant is no longer good");
    return refused(thrown.status);
  }
  if (thrown instanceof oidc.ClientError) {
    const { code, cause } = thrown as { code?: unknown; cause?: unknown };
    if (code === "OAUTH_TIMEOUT")
      return new GenaiError("timeout", "the token endpoint did not answer", { retryable: true, phase: "connect" });
    if (cause instanceof Response && !cause.ok) return refused(cause.status);
    // What it has no name for is what fetch threw.
    if (code === undefined) return connectionError("connection-failed", thrown);
    return new GenaiError("upstream-unauthorized", "the token endpoint's answer was not one for us");
  }
  return connectionError("connection-failed", thrown);
}

function refused(status: number): GenaiError {
  const { code, retryable } = refusalOfStatus(status);
  // A 400 is about our registration with the pool, not about what somebody wrote.
  const named = code === "bad-request" || code === "unauthorized" ? "upstream-unauthorized" : code;
  return new GenaiError(named, `the token endpoint answered with status ${status}`, { status, retryable });
}
