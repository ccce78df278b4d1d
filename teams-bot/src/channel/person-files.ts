import { GenaiError } from "@genai-office/shared/vocabulary";
import { isFileAddress } from "./service-hosts";

/** How long a file may take. Milliseconds. */
const fileMs = 60_000;

/** People's files at Microsoft 365: addresses carry their own permission, and the bot's token has no business there. */
export interface PersonFiles {
  /** @throws GenaiError "forbidden", "input-too-large", "connection-failed", "aborted" */
  fetch(address: string, largest: number, signal?: AbortSignal): Promise<Uint8Array>;
  /**
   * Puts the whole file in one piece.
   * @throws GenaiError "forbidden" for an address or a file that is not allowed, "not-found" for a place that is gone or filled
   * already, "connection-failed" and "rate-limited" for what may go better later
   */
  put(address: string, bytes: Uint8Array): Promise<void>;
}

/** @param hosts further hosts than those of Microsoft 365; undefined for a bot without registration: this machine only */
export function createPersonFiles(hosts: readonly string[] | undefined): PersonFiles {
  async function request(address: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
    if (!isFileAddress(address, hosts))
      throw new GenaiError("forbidden", "a file is at an address that is not allowed");
    const late = AbortSignal.timeout(fileMs);
    let refusal: GenaiError;
    try {
      // Another address that this one leads to would not have been looked at.
      const response = await fetch(address, {
        ...init,
        redirect: "manual",
        signal: signal === undefined ? late : AbortSignal.any([late, signal]),
      });
      if (response.ok) return response;
      await response.body?.cancel();
      refusal = refusalOf(response);
    } catch (error) {
      throw failed(signal, error);
    }
    throw refusal;
  }
  return {
    async fetch(address, largest, signal) {
      const response = await request(address, {}, signal);
      const tooLarge = (): GenaiError => new GenaiError("input-too-large", "a file is larger than may be");
      if (Number(response.headers.get("content-length") ?? 0) > largest) {
        await response.body?.cancel();
        throw tooLarge();
      }
      const parts: Uint8Array[] = [];
      let size = 0;
      try {
        for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
          size += part.length;
          if (size > largest) break;
          parts.push(part);
        }
      } catch (error) {
        throw failed(signal, error);
      }
      if (size > largest) throw tooLarge();
      return new Uint8Array(Buffer.concat(parts));
    },
    async put(address, bytes) {
      const range = `bytes 0-${bytes.length - 1}/${bytes.length}`;
      const headers = { "Content-Type": "application/octet-stream", "Content-Range": range };
      const response = await request(address, { method: "PUT", headers, body: Buffer.from(bytes) });
      await response.body?.cancel();
    },
  };
}

/** What an upload session says (Microsoft Graph, driveItem: createUploadSession) is true of files that are fetched as well. */
function refusalOf({ status, headers }: Response): GenaiError {
  const retryAfterMs = Number(headers.get("retry-after") ?? Number.NaN) * 1_000;
  const later = { retryable: true, status, ...(retryAfterMs > 0 ? { retryAfterMs } : {}) };
  if (status === 429) return new GenaiError("rate-limited", "files are not taken for now", later);
  if (status >= 500 || status === 408)
    return new GenaiError("connection-failed", "a file could not be had or put", later);
  // A session ends with its time, and with its file: what is sent to it then is missing, in conflict or out of range.
  if ([404, 409, 410, 416].includes(status))
    return new GenaiError("not-found", "a file or its place is gone", { status });
  if (status === 401 || status === 403) return new GenaiError("forbidden", "a file is not allowed", { status });
  return new GenaiError("connection-failed", "a file could not be had or put", { status });
}

function failed(signal: AbortSignal | undefined, cause: unknown): GenaiError {
  if (signal?.aborted === true) return new GenaiError("aborted", "a file is not wanted any more");
  return new GenaiError("connection-failed", "a file could not be had or put", { retryable: true, cause });
}
