import type { GenaiErrorCode, TaskLanguage } from "@genai-office/shared/vocabulary";
import type { MinutesForm } from "./document";

/** What a minutes job is asked; its material is the transcript's file. */
export interface MinutesInput {
  /** Name of the file, as it was sent. */
  file: string;
  /** Name of the meeting; read from the file's name when left out. */
  meeting?: string;
  /** YYYY-MM-DD; read from the file's name when left out. */
  date?: string;
  /** Time of the day, 「午後1時から午後3時まで」. */
  time?: string;
  place?: string;
  attendees?: string[];
  agenda?: string[];
  /** The person has seen the marking that the gate asks about, and answered for this file. */
  confirmed?: boolean;
  /** Wishes of the person, in their own words. */
  instruction?: string;
  /** The file could not be fetched when it came in, for that reason: the job only says so. */
  missing?: GenaiErrorCode;
  /** Language of the minutes; Japanese when left out. */
  language?: TaskLanguage;
  /** Form of the Word file; 逐語整文 when left out. */
  form?: MinutesForm;
}
