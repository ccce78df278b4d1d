import type { ConfidentialityClass, ConfidentialityDecision } from "../../vocabulary";
import type { MarkingReason } from "./marking";

/** A stretch of a compact text that is spelled like a mark; whether it is one depends on what stands around it. */
export interface Candidate {
  start: number;
  end: number;
  class: ConfidentialityClass;
  decision: ConfidentialityDecision;
  reason: MarkingReason;
  /** Counts only where it stands alone: the word is common in sentences (非公開の会議). */
  labelOnly?: boolean;
  /** Written in Latin letters: neighbours one space away belong to the same phrase. */
  latin?: boolean;
}

/** What each kind of mark means (P3 of the decision policy). */
export const three = { class: "3", decision: "block" } as const;
export const two = { class: "2", decision: "clearedOnly" } as const;
export const one = { class: "1", decision: "allow" } as const;
export const unknown = { class: "unknown", decision: "ask" } as const;
