import { createHmac, randomBytes } from "node:crypto";

/** Gives the relay session of a person: the relay keeps lists and tickets apart by it. */
export type CallerSessions = (person: string) => string;

/**
 * Sessions that nobody without the secret can make, and that stay the same for a person as long as the secret does. Without
 * a secret (a bot on loopback) they last as long as this process.
 */
export function createCallerSessions(secret: string | undefined): CallerSessions {
  const key = secret ?? randomBytes(32);
  return (person) => createHmac("sha256", key).update(`relay-session:${person}`).digest("base64url");
}
