import pino, { type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "../config/relay-config";

export type { Logger };

/**
 * One JSON line per event. What may be logged is named field by field where it is logged (run-log.ts, request-log.ts):
 * no text of a document, no answer, no key, and no message of a foreign error, because such messages quote their input.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: { service: "relay" }, timestamp: pino.stdTimeFunctions.isoTime };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** A log file, appended to; written without delay, so that the last line before a crash is there. */
export function logDestination(file: string): DestinationStream {
  return pino.destination({ dest: file, sync: true });
}
