import { diagnose } from "./diagnostics";

/** Header that carries the session to the relay. */
export const relaySessionHeader = "X-Relay-Session";

const key = "genai-office.session";
let ofThisPage: string | undefined;

/**
 * The session of this pane: 256 random bits that tell the relay which sign-ins are this person's. It lives as long as the
 * browser's session, so that a reload goes on signed in; where nothing may be stored, as long as the page.
 */
export function relaySession(): string {
  ofThisPage ??= stored() ?? fresh();
  return ofThisPage;
}

/** 43 characters of base64url. */
function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
  try {
    window.sessionStorage.setItem(key, text);
  } catch (denied) {
    diagnose("the session cannot be stored", denied);
  }
  return text;
}

function stored(): string | undefined {
  try {
    const text = window.sessionStorage.getItem(key);
    return text !== null && /^[A-Za-z0-9_-]{43}$/.test(text) ? text : undefined;
  } catch (denied) {
    diagnose("the session is not available", denied);
    return undefined;
  }
}
