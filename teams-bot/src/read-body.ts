import type { IncomingMessage } from "node:http";

/** What is read beyond the limit, so that who sends it still hears the answer; behind that the connection is cut. Bytes. */
const mostDiscarded = 2 * 1024 * 1024;

/**
 * Reads the body of a request up to so many bytes. What is beyond is read on for a while and kept nowhere, because a
 * connection that is cut at once carries no answer.
 * @returns undefined when it is larger, or ended before it was whole
 */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    let parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= most) return void parts.push(part);
      parts = [];
      resolve(undefined);
      if (size > most + mostDiscarded) request.destroy();
    });
    request.on("end", () => resolve(size > most ? undefined : Buffer.concat(parts)));
    // Also behind its end, when nobody waits any more.
    for (const event of ["error", "close"]) request.on(event, () => resolve(undefined));
  });
}
