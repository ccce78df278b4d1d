import type { HiddenText } from "@genai-office/shared/guards";
import type { Block, Edit } from "@genai-office/shared/vocabulary";

/** What the person is working on. */
export type Scope = "selection" | "document";

/** A cheap look at what is in view, for the line at the top of the pane. */
export interface ScopeSummary {
  scope: Scope;
  /** Paragraphs with text in the scope. For "document" undefined until it was read once: counting needs a full read. */
  paragraphs?: number;
  /** Characters in the scope, line breaks not counted. */
  characters?: number;
}

/** Places outside the scope where a 機密性 marking may stand. The gate reads them even when only a selection is sent. */
export interface MarkingPlaces {
  /** Text of the first section's headers and footers (first page, odd, even), text boxes included. */
  headers: string[];
  footers: string[];
  /** Text of the first page: the first paragraphs, up to about one page. */
  firstPage: string[];
  /** Name of the file, decoded; empty for a document that was never saved. */
  fileName: string;
  /** Names of the sensitivity labels in force. */
  labels: string[];
}

/** A reading of the document at one moment. */
export interface DocumentReading {
  scope: Scope;
  blocks: Block[];
  /** What the scope holds without showing it: not in the blocks, and not to be sent. */
  hidden?: HiddenText[];
  /** Paragraphs of which nobody knows whether they hide text; left out for none. */
  unchecked?: number;
  markings: MarkingPlaces;
  /** SHA-256 (hex) of the blocks' text. */
  hash: string;
}

/** What this Office can do, by requirement set; the pane says what is off and why. */
export interface DocumentCapabilities {
  insertBelow: boolean;
  /** Tracked replacement with an exact way back (WordApi 1.6: getTrackedChanges). */
  replaceTracked: boolean;
  /** WordApi 1.4: comments. */
  comment: boolean;
}

/** Handle of an applied change. */
export interface AppliedEdits {
  /** Number of edits applied. */
  edits: number;
  /**
   * Takes exactly these changes back. Fails with `undo-impossible`, and changes nothing, when somebody
   * has edited what was inserted since.
   */
  undo(): Promise<void>;
  /**
   * What stands now where these changes wrote paragraphs. Only looks: nothing is written or selected. At most two round
   * trips.
   * @param leading how many of the written paragraphs stand before what is asked for, such as a label
   * @returns undefined when nothing can be known: no paragraphs were written, or they were moved or taken out
   */
  look(leading: number): Promise<StandingParagraphs | undefined>;
}

export interface StandingParagraphs {
  /** As they were written. */
  written: string[];
  /** As a reader sees them now: what was deleted as a tracked change is left out. */
  now: string[];
}

/**
 * The one way to the document. All failures are GenaiError (`document-*`, `edit-unverified`, `host-*`).
 * After a failure the document is as it was before the call.
 */
export interface DocumentPort {
  capabilities(): DocumentCapabilities;
  summarizeScope(): Promise<ScopeSummary>;
  /** Reads the selection when there is one, else the whole body. Aborting rejects with code `aborted`. */
  read(signal?: AbortSignal): Promise<DocumentReading>;
  /** Applies edits, verifies by re-reading, rolls back on a mismatch (`edit-unverified`). */
  apply(edits: Edit[]): Promise<AppliedEdits>;
  /** Selects a block in the document and scrolls to it. */
  reveal(blockId: string): Promise<void>;
  /** Calls back after the selection moved; returns the way to stop. */
  onSelectionChanged(handler: () => void): () => void;
}
