import { GenaiError } from "@genai-office/shared/vocabulary";
import type { ChangeTracking } from "./change-tracking";
import type { PreparedEdit } from "./prepared-edit";

/**
 * Takes back what a failed batch has written. Word executes a batch up to the action that fails, so some edits may
 * stand, some in part, some not at all: each is taken back by itself and looked at afterwards.
 *
 * @param failure why the batch failed; named as the cause when the way back fails as well
 * @throws GenaiError `rollback-failed` when the document is not as it was
 */
export async function rollBack(
  context: Word.RequestContext,
  tracking: ChangeTracking,
  written: PreparedEdit[],
  failure: unknown,
): Promise<void> {
  let clean = true;
  for (const { inverse } of written.toReversed()) {
    tracking.lost();
    await attempt(context, () => {
      tracking.set("off");
      inverse.restore();
    });
    clean = (await attempt(context, () => inverse.reload())) && inverse.restored() && clean;
  }
  tracking.lost();
  clean = (await attempt(context, () => tracking.set("as-is"))) && clean;
  if (!clean) throw new GenaiError("rollback-failed", "the document is not as it was before", { cause: failure });
}

/** Queues and syncs. False when Word refused, which for an edit that was never written is the expected answer. */
async function attempt(context: Word.RequestContext, queue: () => void): Promise<boolean> {
  try {
    queue();
    await context.sync();
    return true;
  } catch {
    // Judged by the caller, who looks at the document afterwards.
    return false;
  }
}
