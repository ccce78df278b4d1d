import type { Clock } from "./clock";
import type { HttpReply } from "./http-client";

/** An error body larger or slower than this is cut: it is read for a code, not for its words. */
export const refusalBodyBytes = 64 * 1024;
export const refusalBodyMs = 2_000;

/**
 * Reads the body of a refused request as text, up to a size and a time. A server that says 500 and never ends its body
 * must not hang the client.
 * @param abandon closes the connection; called when a limit is reached
 */
export async function readRefusalBody(reply: HttpReply, abandon: () => void, clock: Clock): Promise<string> {
  if (reply.body === null) return "";
  const reader = reply.body.getReader();
  const decoder = new TextDecoder();
  const limit = clock.setTimeout(abandon, refusalBodyMs);
  let text = "";
  let size = 0;
  try {
    while (size < refusalBodyBytes) {
      const { done, value } = await reader.read();
      if (done) return text;
      size += value.length;
      text += decoder.decode(value, { stream: true });
    }
    abandon();
  } catch {
    // The body broke off, or took too long: what was read, and the status, are enough to go on.
    return text;
  } finally {
    clock.clearTimeout(limit);
  }
  return text;
}
