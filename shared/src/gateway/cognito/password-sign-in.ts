import { GenaiError } from "../../vocabulary";
import { refusalOfAwsError } from "../aws/aws-refusals";
import { fetchDocument } from "../transport/fetch-document";
import type { TransportOptions } from "../transport/transport-options";

export interface PasswordSignIn {
  /** Address of the user pool's API: `https://cognito-idp.REGION.amazonaws.com`. */
  endpoint: string;
  clientId: string;
  clientSecret?: string;
  userName: string;
  password: string;
}

/**
 * Signs in by name and password (InitiateAuth, flow USER_PASSWORD_AUTH) and returns the ID token. The app client has to
 * allow that flow; a user with a second factor, or whose first password was never changed, cannot sign in this way.
 * @throws GenaiError "unauthorized" when the pool does not accept them; never with their text
 */
export async function signInByPassword(signIn: PasswordSignIn, options: TransportOptions = {}): Promise<string> {
  const { clientId, clientSecret, userName, password } = signIn;
  const secretHash = clientSecret === undefined ? {} : { SECRET_HASH: await hash(clientSecret, userName + clientId) };
  const body = {
    AuthFlow: "USER_PASSWORD_AUTH",
    ClientId: clientId,
    AuthParameters: { USERNAME: userName, PASSWORD: password, ...secretHash },
  };
  const document = await fetchDocument(
    async () => ({
      method: "POST",
      url: `${signIn.endpoint}/`,
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "AWSCognitoIdentityProviderService.InitiateAuth",
      },
      body: JSON.stringify(body),
    }),
    (_, told) => refusalOfAwsError(errorName(told)),
    options,
  );
  const token = (document as { AuthenticationResult?: { IdToken?: unknown } } | null)?.AuthenticationResult?.IdToken;
  if (typeof token !== "string") throw new GenaiError("unauthorized", "the user pool asks for more than a password");
  return token;
}

/** `__type` is the bare name, or the name behind a namespace and a hash. */
function errorName(body: unknown): string {
  const type = (body as { __type?: unknown } | null)?.__type;
  return typeof type === "string" ? type.slice(type.lastIndexOf("#") + 1) : "";
}

/** The proof that the caller knows the app client's secret: base64 of HMAC-SHA256. */
async function hash(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
  return btoa(String.fromCharCode(...signature));
}
