import { GenaiError } from "../../../vocabulary";
import { readStatus, type AppStatus } from "../answer/app-status";
import { readProgress } from "../answer/read-progress";
import { isRecord } from "../is-record";
import type { AppLook } from "../wait/wait-for-answer";

/** One entry of GENAI's history of invocations. */
export interface HistoryEntry {
  /** Key of the entry: milliseconds since 1970 as text. */
  createdDate: string;
  sessionId?: string;
  status: AppStatus;
  /** The entry as it came; an answer is read from it only when the status says that it is one. */
  body: Record<string, unknown>;
}

/** Reads an entry; undefined for one without key or status. */
export function readHistoryEntry(value: unknown): HistoryEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { createdDate, sessionId } = value;
  const key = typeof createdDate === "number" ? String(createdDate) : createdDate;
  const status = readStatus(value.status);
  if (typeof key !== "string" || key === "" || status === undefined) return undefined;
  return { createdDate: key, status, body: value, ...(typeof sessionId === "string" ? { sessionId } : {}) };
}

/**
 * What an entry shows of an accepted invocation.
 * @throws GenaiError "upstream-error" for one that failed
 */
export function lookOfEntry({ status, body }: HistoryEntry): AppLook {
  if (status === "error") throw new GenaiError("upstream-error", "the app reported a failure");
  if (status === "completed") return { state: status, body };
  const progress = readProgress(body.progress);
  return { state: status, ...(progress === undefined ? {} : { progress }) };
}
