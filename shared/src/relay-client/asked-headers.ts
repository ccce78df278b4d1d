import { credentialHeaders } from "../gateway/credentials";
import type { WireContract } from "../gateway/transport/wire-contract";
import type { RelayClientOptions } from "./relay-client";

/** The headers of one request, and what is learned when the relay refuses them. */
export interface AskedHeaders {
  headers(): Promise<Record<string, string>>;
  adaptTo: NonNullable<WireContract["adaptTo"]>;
}

/**
 * Headers for one request to the relay. When it says that nobody is signed in (401), new ones are asked for and the request
 * is made once more: a token may have been withdrawn, or a clock may be wrong.
 */
export function askedHeaders(options: Pick<RelayClientOptions, "headers" | "renewedHeaders">): AskedHeaders {
  const { headers, renewedHeaders } = options;
  let refused = false;
  return {
    async headers() {
      if (refused && renewedHeaders !== undefined) return credentialHeaders(renewedHeaders);
      return typeof headers === "function" ? credentialHeaders(headers) : (headers ?? {});
    },
    adaptTo(status) {
      if (status !== 401 || refused || renewedHeaders === undefined) return false;
      refused = true;
      return true;
    },
  };
}
