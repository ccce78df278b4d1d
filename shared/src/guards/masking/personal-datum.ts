import type { Span } from "../../vocabulary";

/** Kinds of personal data that are looked for. The last four are no personal data by themselves; see `guardrailKinds`. */
export const personalDataKinds = [
  "person",
  "address",
  "phone",
  "mail",
  "my-number",
  "bank-account",
  "credit-card",
  "passport",
  "driving-licence",
  "licence-plate",
  "birth-date",
  "staff-number",
  "insurance-number",
  "residence-card",
  "url",
  "ip-address",
  "age",
  "credential",
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A stretch of a text that tells who somebody is, or leads to them. */
export interface PersonalDatum extends Span {
  kind: PersonalDataKind;
}

/**
 * What else the guardrail of GENAI refuses (reference: GENAI contracts, guardrail behaviour): looked for only where one
 * stands in the way, because a link or an age is no personal data by itself.
 */
export const guardrailKinds: readonly PersonalDataKind[] = ["url", "ip-address", "age", "credential"];

/** What is looked for when nothing is said. */
export const defaultKinds: readonly PersonalDataKind[] = personalDataKinds.filter(
  (kind) => !guardrailKinds.includes(kind),
);

/** A part of a person's name as a morphological analysis sees it. UTF-16 offsets. */
export interface NameTag extends Span {
  part: "family" | "given";
}

/**
 * A morphological analysis that knows names: a port, because a dictionary of 13 MB is nothing for a pane. Whoever has
 * one (the relay) finds bare family names that the rules do not know.
 */
export interface NameTagger {
  /** Names in the order of the text; never throws on odd text. */
  tag(text: string): NameTag[];
}

export interface PersonalDataOptions {
  /** What is looked for; `defaultKinds` when left out. */
  kinds?: readonly PersonalDataKind[];
  /**
   * Names of people who hold a public office (大臣, 知事, 市長 and the like): "keep" (the default) leaves them as they stand,
   * "mask" treats them as anybody's. The office itself always stays.
   */
  publicRoles?: "keep" | "mask";
  /** Offices whose holders' names stay besides those that are known (大臣, 知事, 市長 and the like), e.g. 教育長. */
  morePublicRoles?: readonly string[];
  tagger?: NameTagger;
  /**
   * True for texts that another masking has been through: its placeholders stay as they stand, their codes are not given out
   * again, and in an output they are handed on for the other to restore. Otherwise words that look like one are masked.
   */
  keepPlaceholders?: boolean;
}
