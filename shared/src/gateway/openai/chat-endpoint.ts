/**
 * The address of chat completions below a base URL such as `http://host:8000/v1`. A trailing slash, a URL that names
 * the endpoint already, and a query (Azure's `api-version`) are all as people paste them.
 */
export function chatEndpoint(baseUrl: string): string {
  const queryAt = baseUrl.search(/[?#]/);
  const path = (queryAt === -1 ? baseUrl : baseUrl.slice(0, queryAt)).trim().replace(/\/+$/, "");
  const query = queryAt === -1 ? "" : baseUrl.slice(queryAt).replace(/#.*$/, "").trim();
  return (path.endsWith("/chat/completions") ? path : `${path}/chat/completions`) + query;
}
