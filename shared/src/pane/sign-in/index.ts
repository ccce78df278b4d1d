/** Signing in to the relay from a page. msal comes with the first token that is asked for, not before. */
export type { SignInSurroundings } from "./office-surroundings";
export { createPaneSignIn, type PaneSignIn } from "./pane-sign-in";
export { signInMode } from "./sign-in-mode";
