import { diagnose } from "./diagnostics";
import { inquiryStorageKey } from "./research/jobs/inquiry-key";

/** Header that carries the session to the relay. */
const relaySessionHeader = "X-Relay-Session";

const key = "genai-office.session";
/** A session that was not used for so long is not used again, unless something is still waited for with it. */
const restMs = 12 * 3_600_000;
let ofThisPage: string | undefined;

interface KeptSession {
  session: string;
  /** Milliseconds since 1970. */
  usedAt: number;
}

/**
 * The session of this person's panes: 256 random bits that tell the relay which sign-ins and which accepted inquiries are
 * theirs. All panes of a machine share it, as they share the list of inquiries, whose tickets are worth nothing to another
 * session; it outlives the pane as long as there are any, else for half a day. Where nothing may be stored, it lives as
 * long as the page.
 */
export function relaySession(now: number = Date.now()): string {
  const session = ofThisPage ?? kept(now) ?? fresh();
  ofThisPage = session;
  keep({ session, usedAt: now });
  return session;
}

/** The header of every request to the relay. */
export function sessionHeaders(): Promise<Record<string, string>> {
  return Promise.resolve({ [relaySessionHeader]: relaySession() });
}

/** 43 characters of base64url. */
function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

function keep(session: KeptSession): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(session));
  } catch (denied) {
    diagnose("the session cannot be stored", denied);
  }
}

function kept(now: number): string | undefined {
  try {
    const text = window.localStorage.getItem(key);
    const { session, usedAt } = (text === null ? {} : JSON.parse(text)) as Partial<KeptSession>;
    if (typeof session !== "string" || !/^[A-Za-z0-9_-]{43}$/.test(session) || typeof usedAt !== "number")
      return undefined;
    const hasInquiries = !["[]", null].includes(window.localStorage.getItem(inquiryStorageKey));
    return hasInquiries || Math.abs(now - usedAt) < restMs ? session : undefined;
  } catch (denied) {
    diagnose("the session is not available", denied);
    return undefined;
  }
}

/** For tests: as when the page is opened anew. */
export function forgetPageSession(): void {
  ofThisPage = undefined;
}
