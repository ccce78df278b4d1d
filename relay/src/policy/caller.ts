import { createHash } from "node:crypto";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { Context } from "hono";
import type { RelayEnvironment } from "../server/relay-services";

/** Who a request comes from, as far as the relay can tell. Keys what belongs to one person: tokens, tickets. */
export interface CallerKey {
  /** Stable for one person's session; never a name. */
  id: string;
}

/** Who asks, as the rules of the ministry know them. */
export interface Caller extends CallerKey {
  /** Who it is in audit rows and limits: stable for a person, tells nobody who that is. */
  pseudonym: string;
  /** Section of the ministry, as the settings make it of the token's groups; limits and usage are counted by it. */
  section?: string;
  /** What the person may do on the admin page. */
  roles: readonly AdminRole[];
}

/** viewer: sees figures; operator: also the kill switch; officer: also exports of the audit (records officer). */
export const adminRoles = ["viewer", "operator", "officer"] as const;
export type AdminRole = (typeof adminRoles)[number];

/** Who signed in, as the middleware of the sign-in leaves it for the routes (sign-in/require-sign-in.ts). */
export interface SignedInPerson extends Pick<Caller, "pseudonym" | "section" | "roles"> {
  /** Under which jobs of theirs are kept; never in a log. Only for people themselves, not for who speaks for them. */
  owner?: { person: string; tenant: string };
}

/**
 * A request without a session, in development mode. It shares nothing with anybody: who is only "local" cannot sign in to a
 * connection. Such a relay serves its own machine only, so who is there may do everything.
 */
export const localCaller: Caller = { id: "local", pseudonym: "local", roles: adminRoles };

/** Header of a session: random text of 256 bits that a pane makes for itself and keeps to itself. */
export const sessionHeader = "x-relay-session";

/** 256 bits take 43 characters of base64url, or 64 of hex. */
const sessionText = /^[A-Za-z0-9_-]{43,128}$/;

/**
 * The caller of a request. Who signed in is told apart by that; a session then only narrows what belongs together, and
 * somebody else's session opens nothing. In development mode the session alone tells callers apart. The relay keeps only
 * the session's SHA-256, so that neither a log nor a memory dump of ids lets anybody take a session over.
 * @throws GenaiError "bad-request" for a session that is too short to be a secret
 */
export function callerOf(context: Context<RelayEnvironment>): Caller {
  const person = context.get("person");
  const session = context.req.header(sessionHeader);
  if (session !== undefined && !sessionText.test(session)) {
    throw new GenaiError("bad-request", "the session is no random text of 256 bits");
  }
  if (person !== undefined) {
    const { pseudonym } = person;
    const { section, roles } = person;
    const id = session === undefined ? pseudonym : sha256(`${pseudonym}:${session}`);
    return { id, pseudonym, ...(section === undefined ? {} : { section }), roles };
  }
  if (session === undefined) return localCaller;
  const id = sha256(session);
  return { id, pseudonym: id, roles: adminRoles };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
