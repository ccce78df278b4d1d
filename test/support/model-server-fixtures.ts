import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Bytes of a stream of test/fixtures/sse. */
export function readStreamFixture(name: string): Buffer {
  return readFileSync(join(__dirname, "../fixtures/sse", name));
}
