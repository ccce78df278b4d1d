/** Signing in to a user pool of Amazon Cognito, and keys of an identity pool (docs/contracts.md). For Node: it holds tokens. */
export type { AwsCredentialPort, AwsCredentials } from "../aws/aws-credentials";
export { createIdentityPool, type IdentityPoolOptions } from "./identity-pool";
export { jwtClaims, type JwtClaims } from "./jwt-claims";
export { createServiceAccount, type ServiceAccountOptions, type ServiceAccountProof } from "./service-account";
export { createCognitoSignIn, type CognitoSignIn, type CognitoSignInOptions } from "./sign-in";
export type { UserPoolSettings } from "./user-pool";
