import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readEnvironment } from "./config/read-environment";
import { exposureNotice } from "./policy/exposure";
import { createRelay } from "./server/create-relay";
import { startFailure } from "./server/start-failure";
import { stopOnSignal } from "./server/stop-on-signal";

/** `npm run start:relay`: configuration from the environment, panes from the build when there is one. */
async function main(): Promise<void> {
  const config = readEnvironment(process.env);
  const built = fileURLToPath(new URL("../../dist", import.meta.url));
  if (config.staticRoot === undefined && existsSync(built)) config.staticRoot = built;
  const relay = createRelay(config, {
    // Answering on would only hide it: whoever runs the process has to see that it cannot work.
    onUnusable(error) {
      fail(error);
      void relay.stop().finally(() => process.exit());
    },
  });
  const { port } = await relay.start();
  stopOnSignal(relay);
  const scheme = config.tls === undefined ? "http" : "https";
  const host = config.host === "127.0.0.1" ? "localhost" : config.host;
  process.stderr.write(`Relay on ${scheme}://${host}:${port}. ${exposureNotice(config)}\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`${startFailure(error, "Set RELAY_PORT to another one.")}\n`);
  process.exitCode = 1;
}

main().catch(fail);
