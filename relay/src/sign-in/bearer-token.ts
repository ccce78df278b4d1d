/** The one form that is read (RFC 6750, 2.1): never a query or a body, never two headers joined by a comma. */
const bearer = /^bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/** The token of an Authorization header; undefined when there is none that could be one. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : bearer.exec(authorization)?.[1];
}
