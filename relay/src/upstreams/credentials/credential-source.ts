import { bearerCredentials, type CredentialPort, type TokenPort } from "@genai-office/shared/gateway";
import {
  createIdentityPool,
  createServiceAccount,
  type AwsCredentialPort,
  type CognitoSignIn,
  type ServiceAccountProof,
} from "@genai-office/shared/gateway/cognito";
import { createManagedIdentity } from "@genai-office/shared/gateway/managed-identity";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type {
  CognitoServiceSettings,
  CredentialSettings,
  PredictStreamUpstream,
  SignInSettings,
} from "../../config/upstream-settings";
import { localCaller, type CallerKey } from "../../policy/caller";
import { keyFileCredentials } from "./key-file";
import { PerCaller } from "./per-caller";
import { readSecretFile } from "./secret-file";
import { userPoolOf } from "./sign-ins";

/** Where a connection's keys come from. */
export interface CredentialSource<Port> {
  /** True when each person has keys of their own. */
  perPerson: boolean;
  /** The sign-in that the caller's keys come from now; undefined where there is none. */
  sessionOf(caller: CallerKey): object | undefined;
  of(caller: CallerKey): Port;
}

/** What sources are made from: the settings of the sign-ins, and the sign-ins themselves. */
export interface SignInTable {
  settings: ReadonlyMap<string, SignInSettings>;
  signIns: ReadonlyMap<string, CognitoSignIn>;
}

/** Headers of a connection over HTTP. */
export function headerSource(settings: CredentialSettings, table: SignInTable): CredentialSource<CredentialPort> {
  if (settings.kind === "none") return shared(async () => ({}));
  if (settings.kind === "key-file") return shared(keyFileCredentials(settings.file, settings.header));
  const tokens = tokenSource(settings, table);
  if (!tokens.perPerson) return shared(bearerCredentials(tokens.of(localCaller)));
  return { ...tokens, of: (caller) => bearerCredentials(tokens.of(caller)) };
}

/** Temporary keys of an identity pool, for a Lambda stream. */
export function awsSource(upstream: PredictStreamUpstream, table: SignInTable): CredentialSource<AwsCredentialPort> {
  const { region, identityPoolId, userPoolProvider, identityEndpoint, credentials } = upstream;
  const tokens = tokenSource(credentials, table);
  const pool = createIdentityPool({
    region,
    identityPoolId,
    userPoolProvider,
    ...(identityEndpoint === undefined ? {} : { endpoint: identityEndpoint }),
  });
  const make = (caller: CallerKey): AwsCredentialPort => pool(tokens.of(caller));
  if (!tokens.perPerson) return shared(make(localCaller));
  const kept = new PerCaller(make, tokens.sessionOf);
  return { ...tokens, of: (caller) => kept.get(caller) };
}

type TokenSettings = Exclude<CredentialSettings, { kind: "none" | "key-file" }>;

function tokenSource(settings: TokenSettings, table: SignInTable): CredentialSource<TokenPort> {
  if (settings.kind === "managed-identity") {
    const { resource, clientId } = settings;
    return shared(createManagedIdentity({ resource, ...(clientId === undefined ? {} : { clientId }) }));
  }
  const { signIn: name } = settings;
  if (settings.kind === "cognito-service-account") {
    const pool = table.settings.get(name)!;
    return shared(createServiceAccount({ userPool: userPoolOf(pool), proof: proofOf(settings, pool) }));
  }
  const signIn = table.signIns.get(name)!;
  return {
    perPerson: true,
    sessionOf: (caller) => signIn.session(caller.id),
    of: (caller) => (caller.id === localCaller.id ? nobody : signIn.token(caller.id)),
  };
}

/** Whoever has no session of their own has no token: one that everybody could use would be somebody else's. */
const nobody: TokenPort = () =>
  Promise.reject(new GenaiError("sign-in-required", "a request without a session cannot be a person's"));

function proofOf(settings: CognitoServiceSettings, pool: SignInSettings): ServiceAccountProof {
  const { refreshTokenFile, userName, passwordFile } = settings;
  if (refreshTokenFile !== undefined)
    return { kind: "refresh-token", refreshToken: () => readSecretFile(refreshTokenFile, "text") };
  return {
    kind: "password",
    endpoint: pool.endpoint,
    userName: userName!,
    password: () => readSecretFile(passwordFile!, "text"),
  };
}

function shared<Port>(port: Port): CredentialSource<Port> {
  return { perPerson: false, sessionOf: () => undefined, of: () => port };
}
