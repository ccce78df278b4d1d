/** For pages that sign people in, and nothing else: msal comes at once. */
export { runSignInPage } from "./run-sign-in-page";
