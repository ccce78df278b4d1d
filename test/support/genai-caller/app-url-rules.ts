/** Thrown where GENAI would not call an address. */
export class UnsafeAppUrl extends Error {}

/**
 * What GENAI asks of a registered endpoint before it calls it: https, a public name or address, no credentials, no
 * fragment, nothing odd around it.
 */
export function checkEndpoint(endpoint: string): URL {
  if (endpoint.length > 4096 || hasControl(endpoint) || endpoint.trim() !== endpoint || !URL.canParse(endpoint))
    throw new UnsafeAppUrl("not an address");
  const url = new URL(endpoint);
  const host = url.hostname.replace(/\.+$/, "");
  const local = host === "localhost" || host.endsWith(".localhost") || /^(?:127\.|10\.|192\.168\.|\[)/.test(host);
  if (url.protocol !== "https:" || local || url.username !== "" || url.password !== "" || url.hash !== "")
    throw new UnsafeAppUrl("not a public https address");
  return url;
}

/** What GENAI asks of a status URL: a path of the endpoint's own origin. Returns the path with its query. */
export function checkStatusUrl(statusUrl: string, endpoint: URL): string {
  const path = statusUrl.startsWith("/") && !statusUrl.startsWith("//") && !statusUrl.includes("\\");
  if (!path || statusUrl.length > 2048 || hasControl(statusUrl) || statusUrl.trim() !== statusUrl)
    throw new UnsafeAppUrl("not a path");
  const url = new URL(statusUrl, endpoint);
  if (url.origin !== endpoint.origin || url.hash !== "") throw new UnsafeAppUrl("another origin");
  return url.pathname + url.search;
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\u007f");
}
