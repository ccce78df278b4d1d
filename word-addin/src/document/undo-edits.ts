import { GenaiError } from "@genai-office/shared/vocabulary";
import { ChangeTracking } from "./change-tracking";
import { runInWord } from "./host-error";
import type { PreparedEdit } from "./prepared-edit";

/**
 * Takes applied edits back: all of them, or none when somebody has edited what was inserted since.
 *
 * @param edits in the order they were written
 * @throws GenaiError `undo-impossible` (nothing was touched), `rollback-failed`
 */
export async function undoEdits(edits: PreparedEdit[]): Promise<void> {
  const kept = edits.flatMap(({ inverse }) => inverse.kept());
  try {
    await runInWord(async (context) => {
      const tracking = new ChangeTracking(context);
      for (const { inverse } of edits) inverse.load();
      await context.sync();
      if (!edits.every(({ inverse }) => inverse.intact()))
        throw new GenaiError("undo-impossible", "what was inserted was edited since");
      tracking.set("off");
      for (const { inverse } of edits.toReversed()) inverse.restore();
      tracking.set("as-is");
      for (const { inverse } of edits) inverse.reload();
      await context.sync();
      if (!edits.every(({ inverse }) => inverse.restored()))
        throw new GenaiError("rollback-failed", "the document is not as it was before");
      for (const object of kept) context.trackedObjects.remove(object);
    }, kept);
  } catch (thrown) {
    // What was inserted is gone already: somebody took it back in Word itself.
    if (GenaiError.isInstance(thrown) && thrown.code === "document-changed")
      throw new GenaiError("undo-impossible", "what was inserted is not there any more", { cause: thrown });
    throw thrown;
  }
}
