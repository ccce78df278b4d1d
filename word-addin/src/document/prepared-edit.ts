/** Change tracking while an edit is written: as the person has it, or on because the edit must be reviewable. */
export type TrackingNeed = "as-is" | "on";

/**
 * One edit on its way through Word: prepared (loads queued) -> checked -> written (writes and re-reads queued) ->
 * verified. The functions only queue or look; the syncs between them belong to `apply-edits`.
 */
export interface PreparedEdit {
  /** Position of the edit in the document; edits are written from the end to the start (office-pitfalls W3). */
  order: number;
  tracking: TrackingNeed;
  /** After the first sync. Throws a GenaiError when the edit cannot be made; nothing was written until then. */
  check(): void;
  /** Queues the writes and the re-reading. */
  write(): void;
  /** After the write's sync: true when the document shows exactly what was meant. */
  verify(): boolean;
  /** The way back. */
  inverse: InverseEdit;
  /** The paragraphs that were written, in document order, and what stands around them; missing when none were. */
  written?: () => WrittenParagraphs;
}

/** Paragraphs that an edit wrote, with the ones above and below, which lead there when somebody has taken one out. */
export interface WrittenParagraphs {
  texts: readonly string[];
  inserted: readonly Word.Paragraph[];
  above: Word.Paragraph;
  /** "end": the document ends there. Undefined behind a table: the way from above would go through its cells. */
  below: Word.Paragraph | "end" | undefined;
}

/** The stored inverse of one edit. */
export interface InverseEdit {
  /** Objects of Word that must live until the edit is undone. */
  kept(): OfficeExtension.ClientObject[];
  /** Queues what `intact` needs. */
  load(): void;
  /** True when what was inserted stands as it was inserted, so that taking it back loses nobody's work. */
  intact(): boolean;
  /** Queues the restoring writes; change tracking is off then. */
  restore(): void;
  /** Queues the re-reading that `restored` needs. */
  reload(): void;
  /** True when the source is as it was before the edit. */
  restored(): boolean;
}
