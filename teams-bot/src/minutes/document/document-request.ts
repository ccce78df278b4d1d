import type { MinutesRecord } from "@genai-office/shared/tasks";
import type { TaskLanguage } from "@genai-office/shared/vocabulary";

/**
 * What officials ask for (reference: government documents, section 6): `full` 逐語整文, speech by topic with who spoke;
 * `summary` 議事要旨, what was said without names; `decisions`, what was decided and what is to do.
 */
export type MinutesForm = "full" | "summary" | "decisions";

/** A finished record, and what of the meeting its transcript does not tell. What is left out is to be filled in by hand. */
export interface MinutesDocumentRequest extends MinutesRecord {
  /** 逐語整文 when left out. */
  form?: MinutesForm;
  /** Language of the document's own words; Japanese when left out. */
  language?: TaskLanguage;
  /** Time of the day, 「午後1時から午後3時まで」. */
  time?: string;
  place?: string;
  /** Who was there; who spoke is known from the record, but not everybody speaks. */
  attendees?: readonly string[];
  /** What was to be discussed; the topics of the minutes when left out. */
  agenda?: readonly string[];
  /** When the document says it was written; the same for the same job, so that its file is the same. */
  created?: Date;
}
