import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPlayground, type Playground, type PlaygroundOptions } from "../../playground/src/server";
import { temporaryDatabaseFolder } from "./temporary-database";

/** Starts the playground with the pages as they are built, on free ports, with a folder of its own that goes when it stops. */
export async function startTestPlayground(
  options: Pick<PlaygroundOptions, "environment" | "relay" | "exampleWorkMs"> = {},
): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), "playground-"));
  const directory = await temporaryDatabaseFolder();
  const playground = await startPlayground({
    ...options,
    relay: { database: { kind: "embedded", directory }, ...options.relay },
    panePort: 0,
    hostPort: 0,
    build: false,
    localFolder: folder,
  });
  return {
    ...playground,
    async stop() {
      await playground.stop();
      rmSync(directory, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
