/** The bot's sign-in to the relay: people's own tokens where Teams gives them, else its own. */
export type { RelayAccess } from "./relay-access";
export { createRelaySignIn, type RelaySignIn } from "./relay-sign-in";
