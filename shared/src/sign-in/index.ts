/** The port by which front ends sign in to the relay; its makers are in ../pane/sign-in. */
export type { SignIn, TokenOptions } from "./sign-in";
export { signInError } from "./sign-in-error";
export { readSignInOffer, type EntraOffer, type SignInOffer } from "./sign-in-offer";
