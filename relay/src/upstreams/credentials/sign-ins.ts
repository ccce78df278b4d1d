import { createCognitoSignIn, type CognitoSignIn, type UserPoolSettings } from "@genai-office/shared/gateway/cognito";
import type { SignInSettings } from "../../config/upstream-settings";
import { readSecretFile } from "./secret-file";

/** The user pool behind a sign-in of the upstreams file. */
export function userPoolOf(settings: SignInSettings): UserPoolSettings {
  const { domain, issuer, clientId, scopes, identityProvider, clientSecretFile } = settings;
  return {
    domain,
    issuer,
    clientId,
    scopes,
    ...(identityProvider === undefined ? {} : { identityProvider }),
    ...(clientSecretFile === undefined ? {} : { clientSecret: () => readSecretFile(clientSecretFile, "text") }),
  };
}

/** The sign-ins people can use, by name. Their tokens live in what this returns, and nowhere else. */
export function createSignIns(settings: ReadonlyMap<string, SignInSettings>): ReadonlyMap<string, CognitoSignIn> {
  return new Map([...settings].map(([name, each]) => [name, createCognitoSignIn(userPoolOf(each))]));
}
