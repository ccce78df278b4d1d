/** Fetches a JSON document of the login service; replaced in tests. Rejects with anything when there is none. */
export type MetadataFetch = (url: string) => Promise<unknown>;

/** A key set with all keys of a tenant takes some 20 kB. */
const largestBytes = 512 * 1024;
const patienceMs = 5_000;

/** Over HTTP, without following redirects: keys come from the address that was configured or not at all. */
export const fetchMetadata: MetadataFetch = async (url) => {
  const response = await fetch(url, {
    redirect: "error",
    headers: { Accept: "application/json" },
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new Error(`the login service answered ${response.status}`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largestBytes) throw new Error("the document of the login service is too large");
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8")) as unknown;
};
