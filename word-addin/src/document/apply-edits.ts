import { GenaiError, type Edit, type ReplaceSpanEdit } from "@genai-office/shared/vocabulary";
import { BodyLook } from "./body-look";
import { supports } from "./capabilities";
import { ChangeTracking } from "./change-tracking";
import type { AppliedEdits } from "./document-port";
import { runInWord } from "./host-error";
import { locateParagraphs, type LocatedParagraphs } from "./locate-paragraphs";
import { keptForLooking, lookAtWritten } from "./look-at-written";
import { prepareComment } from "./prepare-comment";
import { prepareInsertBelow } from "./prepare-insert-below";
import { prepareReplaceBlocks } from "./prepare-replace-blocks";
import { prepareReplaceSpans } from "./prepare-replace-spans";
import type { PreparedEdit } from "./prepared-edit";
import { requireWritable } from "./protection";
import type { ReadingState } from "./reading-state";
import { rollBack } from "./roll-back";
import { undoEdits } from "./undo-edits";

/** Edits written with one sync (DESIGN 7: at most 2 + N/200 syncs for N edits). */
const batchSize = 200;

/**
 * Applies edits to the document of the last reading: one sync to find and check everything, then one for each 200
 * edits, written from the end to the start and read back in the same sync. When anything is not as meant, what was
 * written is taken back.
 *
 * @throws GenaiError `document-changed`, `document-protected`, `document-has-revisions`, `document-has-hidden-text`, `document-unsupported`,
 *   `host-unsupported`, `host-error`, `edit-unverified` (document as before), `rollback-failed` (it is not)
 */
export async function applyEdits(state: ReadingState, edits: Edit[]): Promise<AppliedEdits> {
  return await runInWord(
    async (context) => {
      const { bodySample } = state;
      const located = await locateParagraphs(context, state, [
        ...edits.flatMap(touchedBlocks),
        ...(bodySample === undefined ? [] : [bodySample.id]),
      ]);
      const tracking = new ChangeTracking(context);
      const writable = requireWritable(context);
      const prepared = prepareAll(state, located, edits, new BodyLook(bodySample && located.get(bodySample.id)));
      await context.sync();
      writable();
      for (const edit of prepared) edit.check();

      const ordered = prepared.toSorted((a, b) => b.order - a.order);
      const written: PreparedEdit[] = [];
      try {
        for (let start = 0; start < ordered.length; start += batchSize) {
          const batch = ordered.slice(start, start + batchSize);
          written.push(...batch);
          for (const edit of batch) {
            tracking.set(edit.tracking);
            edit.write();
          }
          tracking.set("as-is");
          // One sync for each 200 edits is the promise.
          // eslint-disable-next-line office-addins/no-context-sync-in-loop
          await context.sync();
          if (!batch.every((edit) => edit.verify()))
            throw new GenaiError("edit-unverified", "the document does not show what was written");
        }
      } catch (thrown) {
        await rollBack(context, tracking, written, thrown);
        throw thrown;
      }
      // Objects that the way back needs live on; Word forgets the others when this run ends.
      const paragraphs = prepared.flatMap((edit) => edit.written?.() ?? []);
      for (const kept of [...prepared.flatMap(({ inverse }) => inverse.kept()), ...paragraphs.flatMap(keptForLooking)])
        context.trackedObjects.add(kept);
      const [only, ...others] = paragraphs;
      return {
        edits: edits.length,
        undo: () => undoEdits(ordered),
        look: async (leading) =>
          only === undefined || others.length > 0 ? undefined : await lookAtWritten(only, leading),
      };
    },
    state.scopeRange === undefined ? [] : [state.scopeRange],
  );
}

function touchedBlocks(edit: Edit): string[] {
  return edit.type === "comment" || edit.type === "replace-blocks" ? edit.blockIds : [edit.blockId];
}

function prepareAll(state: ReadingState, located: LocatedParagraphs, edits: Edit[], look: BodyLook): PreparedEdit[] {
  const hiding = [...state.paragraphs.values()].filter(({ hides }) => hides !== undefined).map(({ index }) => index);
  const holdsHidden = (first: number, last: number) => hiding.some((index) => index >= first && index <= last);
  const spans = new Map<string, ReplaceSpanEdit[]>();
  const prepared: PreparedEdit[] = [];
  for (const edit of edits) {
    switch (edit.type) {
      case "insert-below":
        prepared.push(prepareInsertBelow(located, look, edit));
        break;
      case "comment":
        requireSet("review");
        prepared.push(prepareComment(located, edit));
        break;
      case "replace-blocks":
        requireSet("trackedChanges");
        prepared.push(prepareReplaceBlocks(located, look, edit, holdsHidden));
        break;
      case "replace-span":
        spans.set(edit.blockId, [...(spans.get(edit.blockId) ?? []), edit]);
        break;
    }
  }
  const tracked = supports("trackedChanges");
  for (const [blockId, ofBlock] of spans) prepared.push(prepareReplaceSpans(located.get(blockId)!, ofBlock, tracked));
  return prepared;
}

function requireSet(feature: Parameters<typeof supports>[0]): void {
  if (!supports(feature)) throw new GenaiError("host-unsupported", `this Word lacks the set for ${feature}`);
}
