import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from "@aws-sdk/client-cognito-identity";
import { GenaiError } from "../../vocabulary";
import type { AwsCredentialPort, AwsCredentials } from "../aws/aws-credentials";
import { awsError } from "../aws/aws-error";
import type { TokenPort } from "../credentials";
import { RenewedValue, type Expiring, type RenewalOptions } from "../renewed-value";
import { systemClock, type Clock } from "../transport/clock";
import { jwtClaims } from "./jwt-claims";

export interface IdentityPoolSettings {
  region: string;
  /** `REGION:UUID` */
  identityPoolId: string;
  /** Login of the user pool: `cognito-idp.REGION.amazonaws.com/POOL`. */
  userPoolProvider: string;
  /** Address of Cognito Identity when it is not the public one. */
  endpoint?: string;
}

export interface IdentityPoolOptions extends IdentityPoolSettings, RenewalOptions {
  /** ID token of the person, or of the service account, whose identity it is. */
  token: TokenPort;
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
 * Temporary keys of one person, by GetId and GetCredentialsForIdentity of an identity pool; kept until five minutes
 * before they expire (they live an hour). Keys of one person are never given to another: who asks is looked up in the
 * token each time, and without a token there are no keys, also while some are held.
 */
export function createIdentityPoolCredentials(options: IdentityPoolOptions): AwsCredentialPort {
  const { clock = systemClock, token } = options;
  const client = identityClient(options);
  let idToken = "";
  const held = new RenewedValue<Held>(async (last) => fetchKeys(client, options, idToken, last, clock), options);
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
}

function identityClient({ region, endpoint }: IdentityPoolSettings): CognitoIdentityClient {
  return new CognitoIdentityClient({
    region,
    maxAttempts: 1,
    requestHandler,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
}

async function fetchKeys(
  client: CognitoIdentityClient,
  { identityPoolId, userPoolProvider }: IdentityPoolSettings,
  idToken: string,
  last: Held | undefined,
  clock: Clock,
): Promise<Expiring<Held>> {
  const logins = { [userPoolProvider]: idToken };
  const { sub } = jwtClaims(idToken);
  try {
    const identityId =
      last?.sub === sub
        ? last.identityId
        : (await client.send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins: logins }))).IdentityId;
    if (identityId === undefined) throw unusable();
    const got = await client.send(new GetCredentialsForIdentityCommand({ IdentityId: identityId, Logins: logins }));
    const { AccessKeyId, SecretKey, SessionToken, Expiration } = got.Credentials ?? {};
    if (AccessKeyId === undefined || SecretKey === undefined || SessionToken === undefined) throw unusable();
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken };
    // Keys without an expiry are used once: nobody said how long they are good.
    return { value: { sub, identityId, credentials }, expiresAt: Expiration?.getTime() ?? clock.date() };
  } catch (thrown) {
    throw awsError(thrown, "identity pool", clock.date());
  }
}

function unusable(): GenaiError {
  return new GenaiError("malformed-response", "the identity pool gave no keys");
}
