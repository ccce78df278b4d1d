import { startModelServer, type ModelServer, type Reply } from "./model-server";

/** Gives a test file `serve(...replies)`; the servers are closed after each test. */
export function modelServers(): (...replies: Reply[]) => Promise<ModelServer> {
  const servers: ModelServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (...replies) => {
    const server = await startModelServer(...replies);
    servers.push(server);
    return server;
  };
}
