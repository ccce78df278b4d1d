import { isRecord } from "./read-activity";

/** What ought to be an object on the wire; empty where it is none. */
export function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** What ought to be a text on the wire; "" where it is none. */
export function wordOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
