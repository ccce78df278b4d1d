import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Relay } from "@genai-office/relay";

/** A second door to the relay, for a program in the same process. */
export interface LoopbackDoor {
  /** E.g. "http://127.0.0.1:41234". */
  url: string;
  stop(): Promise<void>;
}

/**
 * Opens the relay to the bot over plain http on loopback: the certificate of the playground's own https port is one that no
 * Node program trusts, and switching that check off would switch it off for everything the process asks.
 * @param host what the relay is called, e.g. "localhost:8443": it answers under its own names only
 */
export async function openRelayOnLoopback(relay: Pick<Relay, "fetch">, host: string): Promise<LoopbackDoor> {
  const answer = getRequestListener((request) => relay.fetch(request), { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => {
    // As a reverse proxy does: the name that the relay knows stands in the place of the one that was asked for.
    incoming.headers.host = host;
    incoming.rawHeaders.forEach((name, at, all) => {
      if (at % 2 === 0 && name.toLowerCase() === "host") all[at + 1] = host;
    });
    void answer(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
