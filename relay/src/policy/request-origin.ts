/** What the check looks at; header names in lower case. */
export interface RequestOrigin {
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
}

/**
 * Is this API request addressed to us, and by one of our pages? Host: a name that another site has pointed at this
 * machine (DNS rebinding) is refused. Origin: a page of another site is refused; programs send none.
 * `hosts` are ours with port; a page under one of them has our origin, with http or https (TLS may end in front of us).
 */
export function isOwnRequest(request: RequestOrigin, hosts: Set<string>, allowedOrigins: readonly string[]): boolean {
  if (request.host === undefined || !hosts.has(request.host.toLowerCase())) return false;
  if (request.origin === undefined) return request.fetchSite !== "cross-site";
  if (allowedOrigins.includes(request.origin)) return true;
  return hosts.has(request.origin.toLowerCase().replace(/^https?:\/\//, "")) && /^https?:\/\//i.test(request.origin);
}
