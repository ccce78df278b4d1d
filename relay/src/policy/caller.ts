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

/** A request without a session. It shares nothing with anybody: who is only "local" cannot sign in to a connection. */
export const localCaller: Caller = { id: "local", pseudonym: "local", roles: adminRoles };

/** Header of a session: random text of 256 bits that a pane makes for itself and keeps to itself. */
export const sessionHeader = "x-relay-session";

/** 256 bits take 43 characters of base64url, or 64 of hex. */
const sessionText = /^[A-Za-z0-9_-]{43,128}$/;

/**
 * The caller of a request. Until people sign in to the relay itself, the session header tells callers apart; the relay
 * keeps only its SHA-256, so that neither a log nor a memory dump of ids lets anybody take a session over.
 * @throws GenaiError "bad-request" for a session that is too short to be a secret
 */
export function callerOf(context: Context<RelayEnvironment>): Caller {
  const session = context.req.header(sessionHeader);
  if (session === undefined) return localCaller;
  if (!sessionText.test(session)) throw new GenaiError("bad-request", "the session is no random text of 256 bits");
  const id = createHash("sha256").update(session).digest("hex");
  return { id, pseudonym: id, roles: adminRoles };
}
