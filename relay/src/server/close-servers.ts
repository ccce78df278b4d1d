import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Closes the servers once their work has drained. Until then they listen on: health tells load balancers that the server
 * goes, and who waits for a job can ask for it. When work had to be ended, they listen `flushMs` longer, so that its end can
 * be fetched. What is still being answered then is cut after `flushMs`: a client that does not read must not keep the
 * process alive.
 * @param drained how much work had to be ended
 */
export async function closeServers(servers: Server[], drained: Promise<number>, flushMs: number): Promise<void> {
  if ((await drained) > 0) await pause(flushMs);
  const closed = Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  for (const server of servers) server.closeIdleConnections();
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, flushMs);
  await closed;
  clearTimeout(cut);
}
