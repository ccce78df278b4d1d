import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createLogger, logDestination, type Logger, type RelayConfig } from "@genai-office/relay";

/** The relay's log in a file, because the terminal shows the one address that matters. */
export function playgroundLogger(folder: string, level: RelayConfig["logLevel"]): Logger {
  mkdirSync(folder, { recursive: true });
  return createLogger(level, logDestination(join(folder, "playground.log")));
}
