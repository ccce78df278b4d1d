/** Sign-in of people and applications to the relay: access tokens of Entra (docs/security.md). */
export { type EntraSettings } from "./entra-settings";
export { readEntraSettings } from "./read-entra-settings";
export { requireSignIn } from "./require-sign-in";
export { createSigningKeys, type SigningKeys, type SigningKeysOptions } from "./signing-keys";
export { signInRoutes } from "./sign-in-routes";
export { createTokenVerifier } from "./verify-token";
