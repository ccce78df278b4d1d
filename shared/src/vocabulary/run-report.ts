/** What a person did with the result of a task. */
export type RunDecision = "accepted" | "rejected" | "undone";

/** Why a result was no good, to choose from; free words of a person would be content. */
export const feedbackReasons = [
  "helpful",
  "wrong-figure",
  "unsupported",
  "missing",
  "style",
  "translation",
  "slow",
  "other",
] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

/**
 * Told to the relay after a task: which guards found how much, and what became of the result. Counts and choices only,
 * never a text. Several reports may come for one run; each tells what is new.
 */
export interface RunReport {
  /** UUID of the run, as its steps carried it. */
  run: string;
  decision?: RunDecision;
  /**
   * Characters (code points) that were inserted, deleted or replaced in the result since it was written into a document,
   * and its length as it was suggested. 0 says that somebody looked and nothing was changed; what was not looked at, such
   * as a copied text, has no figure.
   */
  edits?: { distance: number; characters: number };
  /** Findings of the guards by `code`. */
  findings?: Record<string, number>;
  feedback?: { helpful: boolean; reason?: FeedbackReason };
}
