/** Signing in to the relay from a page. msal comes with the first token that is asked for, not before. */
export { teamsPagePath } from "./msal-configuration";
export type { SignInSurroundings, SignInWindow } from "./office-surroundings";
export { createPaneSignIn, type PaneSignIn } from "./pane-sign-in";
export { signInMode } from "./sign-in-mode";
