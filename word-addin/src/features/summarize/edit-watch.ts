import { diagnose } from "@genai-office/shared/pane";
import type { RunReport } from "@genai-office/shared/vocabulary";
import type { AppliedEdits } from "../../document/document-port";

/** How long after a summary was written it is looked at by itself. Milliseconds. */
export const lookAfterMs = 5 * 60_000;

/** Summaries that are looked at; those written before cost a round trip at each look for less and less. */
const mostWatched = 3;

/** The label of a draft stands before the summary, and is no part of it. */
const labelParagraphs = 1;

interface Watched {
  handle: AppliedEdits;
  tell(edits: NonNullable<RunReport["edits"]>): void;
  told?: number;
  timer: ReturnType<typeof setTimeout>;
}

/** Finds out how much people change of the summaries that were written into the document. */
export interface EditWatch {
  /** Looks at a change from now on. `tell` is called with each new figure: counts only, never a text. */
  watch(handle: AppliedEdits, tell: Watched["tell"]): void;
  /** It was taken back, or another one of the same run is looked at in its place. */
  forget(handle: AppliedEdits): void;
  /** A quiet moment: looks at all. Shows nothing, and never rejects; what cannot be known is not told. */
  look(): Promise<void>;
  close(): void;
}

/** See `EditWatch`. */
export function createEditWatch(afterMs = lookAfterMs): EditWatch {
  let watched: Watched[] = [];
  let looking: Promise<void> | undefined;

  async function measure(one: Watched): Promise<void> {
    try {
      const [{ editDistance, editedCharacters }, found] = await Promise.all([
        import(/* webpackChunkName: "edit-distance" */ "@genai-office/shared/language"),
        one.handle.look(labelParagraphs),
      ]);
      if (found === undefined || !watched.includes(one)) return;
      const written = found.written.join("\n");
      const distance = editDistance(written, found.now.join("\n"));
      if (distance === undefined || distance === one.told) return;
      one.told = distance;
      one.tell({ distance, characters: editedCharacters(written) });
    } catch (thrown) {
      // Nobody waits for it, and the next quiet moment comes.
      diagnose("what became of a summary in the document could not be seen", thrown);
    }
  }

  const look = (): Promise<void> => {
    looking ??= (async () => {
      for (const one of watched) await measure(one);
    })().finally(() => (looking = undefined));
    return looking;
  };

  const forget = (handle: AppliedEdits): void => {
    watched = watched.filter((one) => {
      if (one.handle === handle) clearTimeout(one.timer);
      return one.handle !== handle;
    });
  };

  return {
    watch(handle, tell) {
      watched.push({ handle, tell, timer: setTimeout(() => void look(), afterMs) });
      for (const one of watched.slice(0, -mostWatched)) forget(one.handle);
    },
    forget,
    look,
    close() {
      for (const { handle } of watched) forget(handle);
    },
  };
}
