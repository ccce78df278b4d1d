import { lookup } from "node:dns/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface ListeningServer {
  port: number;
  /** The servers that listen: one for each address. */
  servers: Server[];
}

/** Thrown when the port is taken on one of the addresses. */
export class PortInUseError extends Error {
  constructor(readonly port: number) {
    super(`port ${port} is in use`);
    this.name = "PortInUseError";
  }
}

/** Thrown when the address cannot be listened on for another reason: not of this machine, or not permitted. */
export class AddressUnusableError extends Error {
  constructor(
    readonly address: string,
    readonly port: number,
    readonly code: string,
  ) {
    super(`cannot listen on ${address} port ${port} (${code})`);
    this.name = "AddressUnusableError";
  }
}

/**
 * Listens on `host`. "localhost" means both loopback addresses, because some machines resolve it to ::1 first, and a
 * browser that tries only that one would find nobody. `port` 0 takes a port that is free on all addresses.
 */
export async function listen(createServer: () => Server, host: string, port: number): Promise<ListeningServer> {
  const addresses = host === "localhost" ? await loopbackAddresses() : [host];
  for (let attempt = 1; ; attempt++) {
    const servers: Server[] = [];
    try {
      let bound = port;
      for (const address of addresses) {
        const server = createServer();
        if (!(await listenOn(server, address, bound, servers.length === 0))) continue;
        servers.push(server);
        bound = (server.address() as AddressInfo).port;
      }
      return { port: bound, servers };
    } catch (error) {
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      // A free port of the first address may be taken on the second: ask for another one.
      if (port === 0 && error instanceof PortInUseError && attempt < 10) continue;
      throw error;
    }
  }
}

async function loopbackAddresses(): Promise<string[]> {
  const resolved = await lookup("localhost", { all: true }).then(
    (found) => found.map(({ address }) => address),
    () => [],
  );
  return [...new Set(["127.0.0.1", "::1", ...resolved])];
}

/** False when the machine has no such address (no IPv6) and another address already listens. */
function listenOn(server: Server, address: string, port: number, first: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    function refuse(error: NodeJS.ErrnoException): void {
      if (error.code === "EADDRINUSE") reject(new PortInUseError(port));
      else if (!first && (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT")) resolve(false);
      else reject(new AddressUnusableError(address, port, error.code ?? "?"));
    }
    server.once("error", refuse);
    server.listen(port, address, () => {
      server.off("error", refuse);
      resolve(true);
    });
  });
}
