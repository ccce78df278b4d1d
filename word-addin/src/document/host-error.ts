import { GenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";

/** Host codes by what they mean for the person. Message texts are localised by Word and never matched (office-pitfalls W23). */
const meanings: Record<string, GenaiErrorCode> = {
  AccessDenied: "document-protected",
  NotAllowed: "document-protected",
  ItemNotFound: "document-changed",
  InvalidObjectPath: "document-changed",
  ApiNotFound: "host-unsupported",
  NotImplemented: "host-unsupported",
};

function hostCode(thrown: unknown): string | undefined {
  if (typeof thrown !== "object" || thrown === null) return undefined;
  const { code } = thrown as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}

/** Turns what Word throws (OfficeExtension.Error) into a GenaiError; ours pass through. The message keeps only the host's code and place. */
export function asDocumentError(thrown: unknown): GenaiError {
  if (GenaiError.isInstance(thrown)) return thrown;
  const code = hostCode(thrown);
  if (code === undefined) return new GenaiError("host-error", "Word failed without a code", { cause: thrown });
  const location = (thrown as { debugInfo?: { errorLocation?: string } }).debugInfo?.errorLocation ?? "";
  return new GenaiError(meanings[code] ?? "host-error", `Word reported ${code} at ${location || "an unknown place"}`, {
    cause: thrown,
  });
}

/**
 * `Word.run` whose failures are GenaiErrors. Objects kept from an earlier run bring their context along, and a context
 * that lives on must not keep what a failed batch had queued: the next sync would send it with paths that are gone.
 */
export async function runInWord<Result>(
  batch: (context: Word.RequestContext) => Promise<Result>,
  kept: OfficeExtension.ClientObject[] = [],
): Promise<Result> {
  try {
    return kept.length === 0 ? await Word.run(batch) : await Word.run(kept, (context) => emptied(context, batch));
  } catch (thrown) {
    throw asDocumentError(thrown);
  }
}

/** Runs a batch; when it fails, sends what it has queued, which by then is reading only (writes are rolled back). */
async function emptied<Result>(
  context: Word.RequestContext,
  batch: (context: Word.RequestContext) => Promise<Result>,
): Promise<Result> {
  try {
    return await batch(context);
  } catch (thrown) {
    await context.sync().catch((flushed: unknown) => flushed);
    throw thrown;
  }
}

/** Rejects with code `aborted` when the person has pressed 中止. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new GenaiError("aborted", "reading was aborted");
}
