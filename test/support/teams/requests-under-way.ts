import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

/** The HTTP requests that this process has begun and that are not over. */
export interface RequestsUnderWay {
  readonly count: number;
  /** Counts no more. */
  stop(): void;
}

const begun = "http.client.request.start";

/**
 * Counts requests from when they are begun, which on a loaded machine is long before the server hears of them, to when their
 * answer has been read or they have failed.
 */
export function watchRequests(): RequestsUnderWay {
  const requests = new Set<ClientRequest>();
  const onBegun = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    requests.add(request);
    request.once("close", () => requests.delete(request));
  };
  subscribe(begun, onBegun);
  return {
    get count() {
      return requests.size;
    },
    stop: () => void unsubscribe(begun, onBegun),
  };
}
