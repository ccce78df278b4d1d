import { GenaiError } from "../vocabulary";

/** What `GET /api/sign-in` tells. */
export type SignInOffer = { mode: "development" } | EntraOffer;

/** How to sign in with Entra. */
export interface EntraOffer {
  mode: "entra";
  /** Application that the panes sign in as. */
  clientId: string;
  /** Address of the login service with the tenant. */
  authority: string;
  scopes: string[];
}

/**
 * Checks what the relay says about its sign-in. Whatever is not known is an error: a pane never goes on without a sign-in
 * because it did not understand.
 * @throws GenaiError "malformed-response"
 */
export function readSignInOffer(document: unknown): SignInOffer {
  if (typeof document === "object" && document !== null) {
    const { mode, clientId, authority, scopes } = document as Record<string, unknown>;
    if (mode === "development") return { mode };
    if (mode === "entra" && typeof clientId === "string" && isHttps(authority) && isTexts(scopes)) {
      return { mode, clientId, authority, scopes };
    }
  }
  throw new GenaiError("malformed-response", "the sign-in has an unknown shape");
}

function isHttps(value: unknown): value is string {
  return typeof value === "string" && URL.canParse(value) && new URL(value).protocol === "https:";
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}
