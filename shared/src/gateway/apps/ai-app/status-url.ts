import { GenaiError } from "../../../vocabulary";

const maximumLength = 2048;

/**
 * The path of a status that an app named: a path at its own origin, without a scheme, a host or a fragment, at most 2,048
 * characters (rules of GENAI for AI apps). The API key goes there, so that anything else is refused.
 * @returns path and query
 * @throws GenaiError "malformed-response"
 */
export function statusPath(statusUrl: unknown, invokeUrl: string): string {
  // The URL parser drops tabs and line breaks and reads backslashes as slashes: neither is let near it.
  if (
    typeof statusUrl === "string" &&
    statusUrl.length <= maximumLength &&
    /^\/(?![/\\])[\x21-\x7e]*$/.test(statusUrl) &&
    !/[\\#]/.test(statusUrl) &&
    URL.canParse(statusUrl, invokeUrl)
  ) {
    const url = new URL(statusUrl, invokeUrl);
    if (url.origin === new URL(invokeUrl).origin) return `${url.pathname}${url.search}`;
  }
  throw new GenaiError("malformed-response", "the app named no status address of its own");
}
