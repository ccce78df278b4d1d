import type { CognitoIdentityClient } from "@aws-sdk/client-cognito-identity";
import { GenaiError } from "../../vocabulary";
import type { AwsCredentialPort, AwsCredentials } from "../aws/aws-credentials";
import { awsError } from "../aws/aws-error";
import type { TokenPort } from "../credentials";
import { RenewedValue, type Expiring, type RenewalOptions } from "../renewed-value";
import { systemClock } from "../transport/clock";
import { jwtClaims } from "./jwt-claims";

export interface IdentityPoolOptions extends RenewalOptions {
  region: string;
  /** `REGION:UUID` */
  identityPoolId: string;
  /** Login of the user pool: `cognito-idp.REGION.amazonaws.com/POOL`. */
  userPoolProvider: string;
  /** Address of Cognito Identity when it is not the public one. */
  endpoint?: string;
}

/** What was got for one identity; `sub` says whose. */
interface Held {
  sub: string;
  identityId: string;
  credentials: AwsCredentials;
}

/** Waiting for Cognito Identity, milliseconds: it answers in a fraction of a second, or not at all. */
const requestHandler = { connectionTimeout: 5_000, requestTimeout: 15_000 };

/**
 * An identity pool of Amazon Cognito; gives the port for the person (or service account) of a token. Temporary keys are
 * got by GetId and GetCredentialsForIdentity and kept until five minutes before they expire (they live an hour). Keys of
 * one person are never given to another: who asks is looked up in the token each time, and without a token there are no
 * keys, also while some are held.
 */
export function createIdentityPool(options: IdentityPoolOptions): (token: TokenPort) => AwsCredentialPort {
  const pool = new IdentityPool(options);
  return (token) => {
    let idToken = "";
    const held = new RenewedValue<Held>((last) => pool.keysFor(idToken, last), options);
    return {
      async get() {
        try {
          idToken = await token();
        } catch (thrown) {
          if (GenaiError.isInstance(thrown) && thrown.code === "sign-in-required") held.forget();
          throw thrown;
        }
        const { sub } = jwtClaims(idToken);
        if (held.current !== undefined && held.current.sub !== sub) held.forget();
        const got = await held.get();
        if (got.sub !== sub) throw new GenaiError("sign-in-required", "another person has signed in meanwhile");
        return got.credentials;
      },
      forget: () => held.forget(),
    };
  };
}

class IdentityPool {
  /** One for all persons; loaded with the first call, because most relays need none. */
  private client: CognitoIdentityClient | undefined;

  constructor(private readonly options: IdentityPoolOptions) {}

  /** @param last what was held until now: the identity of a person stays the same */
  async keysFor(idToken: string, last: Held | undefined): Promise<Expiring<Held>> {
    const { clock = systemClock, region, endpoint, identityPoolId, userPoolProvider } = this.options;
    const { sub } = jwtClaims(idToken);
    const aws = await import("@aws-sdk/client-cognito-identity");
    const address = endpoint === undefined ? {} : { endpoint };
    const client = (this.client ??= new aws.CognitoIdentityClient({
      region,
      maxAttempts: 1,
      requestHandler,
      ...address,
    }));
    const logins = { [userPoolProvider]: idToken };
    try {
      const known = last?.sub === sub ? last.identityId : undefined;
      const identityId =
        known ??
        (await client.send(new aws.GetIdCommand({ IdentityPoolId: identityPoolId, Logins: logins }))).IdentityId;
      if (identityId === undefined) throw unusable();
      const command = new aws.GetCredentialsForIdentityCommand({ IdentityId: identityId, Logins: logins });
      const { AccessKeyId, SecretKey, SessionToken, Expiration } = (await client.send(command)).Credentials ?? {};
      if (AccessKeyId === undefined || SecretKey === undefined || SessionToken === undefined) throw unusable();
      const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken };
      // Keys without an expiry are used once: nobody said how long they are good.
      return { value: { sub, identityId, credentials }, expiresAt: Expiration?.getTime() ?? clock.date() };
    } catch (thrown) {
      throw awsError(thrown, "identity pool", clock.date());
    }
  }
}

function unusable(): GenaiError {
  return new GenaiError("malformed-response", "the identity pool gave no keys");
}
