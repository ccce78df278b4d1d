import { fetchDocument } from "../gateway/transport/fetch-document";
import type { TransportOptions } from "../gateway/transport/transport-options";
import { GenaiError } from "../vocabulary";
import { askedHeaders } from "./asked-headers";
import type { RelayClientOptions } from "./relay-client";
import { isRecord } from "./relay-decoder";
import { relayRefusal } from "./relay-refusal";

/** A sign-in to something behind the relay. */
export interface RelayConnection {
  name: string;
  signedIn: boolean;
}

/** Where a person signs in, and the state that the answer has to carry. */
export interface SignInStart {
  /** Page of the relay that leads to the sign-in: a dialog of Office opens pages of its own origin only. */
  openUrl: string;
  state: string;
}

/** Signing in to what lies behind the relay, for the session in the headers. All reject with GenaiError. */
export interface ConnectionsClient {
  list(signal?: AbortSignal): Promise<RelayConnection[]>;
  start(name: string, signal?: AbortSignal): Promise<SignInStart>;
  finish(name: string, answer: { state: string; code: string }, signal?: AbortSignal): Promise<void>;
  signOut(name: string, signal?: AbortSignal): Promise<void>;
}

/** A state is used once: nothing here is asked a second time. */
const once = { maximumRetries: 0 };

/** The relay's `/api/connections`. */
export function createConnectionsClient(options: RelayClientOptions): ConnectionsClient {
  const base = `${options.baseUrl.replace(/\/+$/, "")}/api/connections`;
  const transport: TransportOptions = { ...options, retry: { ...once, ...options.retry } };
  const post = (path: string, body: unknown, signal: AbortSignal | undefined): Promise<unknown> => {
    const { headers, adaptTo } = askedHeaders(options);
    const request = async () => ({
      method: "POST" as const,
      url: `${base}${path}`,
      headers: { "Content-Type": "application/json", Accept: "application/json", ...(await headers()) },
      body: JSON.stringify(body),
    });
    return fetchDocument(request, relayRefusal, transport, signal, adaptTo);
  };
  return {
    async list(signal) {
      const { headers, adaptTo } = askedHeaders(options);
      const request = async () => ({
        method: "GET" as const,
        url: base,
        headers: { Accept: "application/json", ...(await headers()) },
      });
      const document = await fetchDocument(request, relayRefusal, transport, signal, adaptTo);
      if (!Array.isArray(document)) throw unknownShape();
      return document.flatMap((one: unknown) =>
        isRecord(one) && typeof one.name === "string" ? [{ name: one.name, signedIn: one.signedIn === true }] : [],
      );
    },
    async start(name, signal) {
      const document = await post(`/${encodeURIComponent(name)}/start`, {}, signal);
      if (!isRecord(document)) throw unknownShape();
      const { authorizeUrl, state } = document;
      if (typeof authorizeUrl !== "string" || typeof state !== "string") throw unknownShape();
      const openUrl = `${base}/open/${encodeURIComponent(name)}?to=${encodeURIComponent(authorizeUrl)}`;
      return { openUrl, state };
    },
    async finish(name, { state, code }, signal) {
      await post(`/${encodeURIComponent(name)}/finish`, { state, code }, signal);
    },
    async signOut(name, signal) {
      await post(`/${encodeURIComponent(name)}/sign-out`, {}, signal);
    },
  };
}

function unknownShape(): GenaiError {
  return new GenaiError("malformed-response", "the relay's connections have an unknown shape");
}
