import type { ConfidentialityClass, ConfidentialityDecision, Span } from "../../vocabulary";

/** Place of a document or mail that is judged alone (policy for markings); "label" is the name of a sensitivity label. */
export type MarkingPlace = "header" | "footer" | "firstPage" | "subject" | "fileName" | "body" | "label";

/** Kind of what was seen; key of i18n `confidentiality.<reason>`. `no-marking` is the reason of a text without any. */
export type MarkingReason =
  | "class-3"
  | "class-2"
  | "class-1"
  | "municipal"
  | "secret"
  | "caution"
  | "handling-limit"
  | "incomplete"
  | "withdrawn"
  | "conditional"
  | "english";

/** One marking as printed. */
export interface Marking {
  where: MarkingPlace;
  /** The marking as it stands in the text. */
  text: string;
  span: Span;
  class: ConfidentialityClass;
  decision: ConfidentialityDecision;
  reason: MarkingReason;
}

export interface ConfidentialityJudgement {
  class: ConfidentialityClass;
  decision: ConfidentialityDecision;
  /** Reason of the marking that decided. */
  reason: MarkingReason | "no-marking";
  /** Every marking found, to be shown. */
  markings: Marking[];
}
