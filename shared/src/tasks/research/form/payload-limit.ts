import { readSize } from "./read-size";

/** Largest request of an app that says nothing else: what GENAI itself fills in. */
export const defaultMaximumPayloadBytes = 6 * 1024 * 1024;

/**
 * Bytes that one request to an app may have, from the app's configuration: `{"max_payload_size":"6MB"}`, an object or its
 * JSON text. Anything that cannot be read means the default.
 */
export function readPayloadLimit(config: unknown): number {
  let read = config;
  if (typeof config === "string") {
    try {
      read = JSON.parse(config) as unknown;
    } catch {
      return defaultMaximumPayloadBytes;
    }
  }
  const size =
    typeof read === "object" && read !== null ? (read as Record<string, unknown>).max_payload_size : undefined;
  return readSize(size) ?? defaultMaximumPayloadBytes;
}
