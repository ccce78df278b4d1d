import type { Server } from "node:http";

/**
 * Stops accepting, lets what is being answered finish, and cuts what is left after `flushMs`: a client that does not
 * read must not keep the process alive.
 */
export async function closeServers(servers: Server[], drained: Promise<void>, flushMs: number): Promise<void> {
  const closed = Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  for (const server of servers) server.closeIdleConnections();
  await drained;
  for (const server of servers) server.closeIdleConnections();
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, flushMs);
  await closed;
  clearTimeout(cut);
}
