import { GenaiError, type Edit } from "@genai-office/shared/vocabulary";
import { applyEdits } from "./apply-edits";
import { documentCapabilities } from "./capabilities";
import type { AppliedEdits, DocumentPort, DocumentReading, ScopeSummary } from "./document-port";
import { runInWord } from "./host-error";
import { locateParagraphs } from "./locate-paragraphs";
import { readDocument } from "./read-document";
import type { ReadingState } from "./reading-state";
import { summarizeScope } from "./scope-summary";
import { observeSelection } from "./selection-events";

/** The port to the document that Word has open. Office must be ready before it is used. */
export function createWordDocument(): DocumentPort {
  return new WordDocument();
}

class WordDocument implements DocumentPort {
  #state: ReadingState | undefined;
  /** Writes wait for each other: overlapping ones would mix up the change-tracking mode (office-pitfalls W24). */
  #lastWrite: Promise<unknown> = Promise.resolve();

  capabilities() {
    return documentCapabilities();
  }

  async summarizeScope(): Promise<ScopeSummary> {
    return await summarizeScope();
  }

  async read(signal?: AbortSignal): Promise<DocumentReading> {
    const { reading, state } = await readDocument(signal);
    this.#state?.scopeRange?.untrack();
    this.#state = state;
    return reading;
  }

  async apply(edits: Edit[]): Promise<AppliedEdits> {
    const state = this.#requireState();
    const applied = await this.#afterLastWrite(() => applyEdits(state, edits));
    return {
      edits: applied.edits,
      undo: () => this.#afterLastWrite(() => applied.undo()),
      look: (leading) => this.#afterLastWrite(() => applied.look(leading)),
    };
  }

  async reveal(blockId: string): Promise<void> {
    const state = this.#requireState();
    await runInWord(
      async (context) => {
        const located = await locateParagraphs(context, state, [blockId]);
        for (const { paragraph } of located.values()) paragraph.getRange("Content").select();
        await context.sync();
      },
      state.scopeRange === undefined ? [] : [state.scopeRange],
    );
  }

  onSelectionChanged(handler: () => void): () => void {
    return observeSelection(handler);
  }

  #requireState(): ReadingState {
    if (this.#state === undefined) throw new GenaiError("document-changed", "the document was not read yet");
    return this.#state;
  }

  #afterLastWrite<Result>(write: () => Promise<Result>): Promise<Result> {
    const next = this.#lastWrite.then(write, write);
    this.#lastWrite = next.catch(() => undefined);
    return next;
  }
}
