import type { Span } from "./span";

/** Where a finding points in the source: a block, and a stretch of its text when the guard knows it. */
export interface SourceSpan extends Partial<Span> {
  blockId: string;
}

/** How much a finding matters: shown in red and struck or confirmed; shown; only counted. */
export type FindingSeverity = "error" | "warning" | "info";

/**
 * Something a guard saw. The text shown to people is made from `code` and `values` through i18n,
 * so that a finding can be stored, counted and translated.
 */
export interface Finding {
  /** Guard that made it: "figures", "confidentiality", "length", "evidence", ... */
  guard: string;
  /** What was seen, e.g. "figure-not-in-source", "length-over". Key of i18n `finding.<code>`. */
  code: string;
  severity: FindingSeverity;
  /** Values for the message, e.g. { found: "1,520万円", expected: "1,250万円" }. */
  values?: Record<string, string | number>;
  source?: SourceSpan[];
  /** Stretch of the output text that the finding is about. */
  output?: Span;
}
