import * as oidc from "openid-client";
import { asGenaiError, GenaiError } from "../../vocabulary";
import type { TokenPort } from "../credentials";
import { RenewedValue, type Expiring, type RenewalOptions } from "../renewed-value";
import { systemClock } from "../transport/clock";
import type { TransportOptions } from "../transport/transport-options";
import { jwtClaims } from "./jwt-claims";
import { signInByPassword } from "./password-sign-in";
import { tokenEndpointError, userPoolConfiguration, type UserPoolSettings } from "./user-pool";

/** How a service account proves who it is. Secrets are asked for each time, so that their files can be changed. */
export type ServiceAccountProof =
  | { kind: "refresh-token"; refreshToken: () => Promise<string> }
  | { kind: "password"; endpoint: string; userName: string; password: () => Promise<string> };

export interface ServiceAccountOptions extends RenewalOptions {
  userPool: UserPoolSettings;
  proof: ServiceAccountProof;
  /** How the password flow is sent; timers and retries. */
  transport?: TransportOptions;
}

const refusals: ReadonlySet<string> = new Set(["unauthorized", "upstream-unauthorized", "sign-in-required"]);

/** After a refusal the account is left alone for so long: user pools lock accounts that fail again and again. */
const afterRefusalMs = 60_000;

/**
 * ID tokens of one user that stands in for everybody: the stated fallback where people cannot sign in to GENAI
 * themselves. GENAI's own logs then name this user; who asked is in the relay's log only.
 */
export function createServiceAccount(options: ServiceAccountOptions): TokenPort {
  const { clock = systemClock } = options;
  let refusedUntil = 0;
  const idToken = new RenewedValue<string>(async () => {
    if (clock.date() < refusedUntil) throw notAccepted();
    try {
      const token = await fetchToken(options);
      return { value: token, expiresAt: jwtClaims(token).expiresAt } satisfies Expiring<string>;
    } catch (thrown) {
      const error = asGenaiError(thrown);
      // Nobody at a pane could sign this account in.
      if (!refusals.has(error.code)) throw error;
      refusedUntil = clock.date() + afterRefusalMs;
      throw notAccepted();
    }
  }, options);
  return () => idToken.get();
}

function notAccepted(): GenaiError {
  return new GenaiError("unauthorized", "the user pool did not accept the service account");
}

async function fetchToken({ userPool, proof, transport = {} }: ServiceAccountOptions): Promise<string> {
  if (proof.kind === "password") {
    const clientSecret = await userPool.clientSecret?.();
    return signInByPassword(
      {
        endpoint: proof.endpoint,
        clientId: userPool.clientId,
        ...(clientSecret === undefined ? {} : { clientSecret }),
        userName: proof.userName,
        password: await proof.password(),
      },
      transport,
    );
  }
  const refreshToken = await proof.refreshToken();
  try {
    const tokens = await oidc.refreshTokenGrant(await userPoolConfiguration(userPool), refreshToken);
    if (tokens.id_token === undefined) throw new GenaiError("unauthorized", "there is no ID token");
    return tokens.id_token;
  } catch (thrown) {
    throw tokenEndpointError(thrown);
  }
}
