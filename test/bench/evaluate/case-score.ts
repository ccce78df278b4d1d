import type { EvaluatedTask } from "./evaluation-case";

/** What one model made of one case. */
export interface CaseScore {
  file: string;
  model: string;
  task: EvaluatedTask;
  /** "answered"; "failed" with a code; "refused" by the 機密性 gate before anything left. */
  outcome: "answered" | "failed" | "refused";
  code?: string;
  facts: number;
  factsKept: number;
  /** Expected facts the answer does not say, as the case spells them. */
  missing: string[];
  /** Words the answer has although a right one does not. */
  said: string[];
  /** Figures of the answer that are not in the source, or stand for another quantity there. */
  figuresWrong: number;
  /** Statements of the answer, and those that what they cite supports; absent where a task has no statements. */
  statements?: { all: number; supported: number };
  /** Absent when nothing was asked about the length. */
  lengthKept?: boolean;
  milliseconds: number;
  /** Absent when the server does not count. */
  tokens?: { input: number; output: number };
  text: string;
}

/** The scores of one model on one task (MEASURES `evaluate`). Shares are 0..1, null where nothing could be measured. */
export interface TaskScore {
  model: string;
  task: EvaluatedTask;
  cases: number;
  answered: number;
  failed: number;
  refused: number;
  factsKept: number;
  figuresWrong: number;
  wrongWords: number;
  evidenceSupported: number | null;
  lengthKept: number | null;
  medianMs: number | null;
  tokens: number | null;
  cost: number | null;
  currency: string | null;
}
