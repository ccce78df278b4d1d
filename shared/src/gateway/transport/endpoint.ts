/**
 * The address of an endpoint below a base URL. A trailing slash, a URL that names the endpoint already, and a query
 * (Azure's `api-version`) are all as people paste them.
 * @param path such as `/chat/completions`
 */
export function endpointBelow(baseUrl: string, path: string): string {
  const queryAt = baseUrl.search(/[?#]/);
  const base = (queryAt === -1 ? baseUrl : baseUrl.slice(0, queryAt)).trim().replace(/\/+$/, "");
  const query = queryAt === -1 ? "" : baseUrl.slice(queryAt).replace(/#.*$/, "").trim();
  return (base.endsWith(path) ? base : base + path) + query;
}
