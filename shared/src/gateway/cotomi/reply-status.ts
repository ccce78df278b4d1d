/** States that an answer may have; none is documented, and any other is taken for a failure. */
const goodStates: ReadonlySet<string> = new Set([
  "200",
  "201",
  "true",
  "ok",
  "success",
  "succeeded",
  "successful",
  "normal",
  "complete",
  "completed",
  "done",
  "end",
  "ended",
  "finish",
  "finished",
  "stop",
  "stopped",
]);

/** States that the pieces of an answer may have, but a whole one may not. */
const goingStates: ReadonlySet<string> = new Set([
  "continue",
  "delta",
  "generating",
  "in_progress",
  "inprogress",
  "processing",
  "running",
  "start",
  "started",
  "streaming",
]);

/** Says of a `status` whether the words beside it may be an answer, a piece of one, or neither; undefined for none. */
export function readState(status: unknown): "good" | "going" | "failed" | undefined {
  if (status === undefined || status === null || status === "") return undefined;
  if (typeof status === "object") return "failed";
  const word = String(status as string | number | boolean)
    .trim()
    .toLowerCase();
  if (goodStates.has(word)) return "good";
  return goingStates.has(word) ? "going" : "failed";
}
