import type { MinutesRecord } from "@genai-office/shared/jobs";
import type { MinutesDocumentRequest } from "./document";

/** What a minutes job keeps: the record that everybody reads, and what else its Word file says of the meeting. */
export interface MeetingRecord
  extends MinutesRecord, Pick<MinutesDocumentRequest, "time" | "place" | "attendees" | "agenda" | "language" | "form"> {
  /** Places of the file that could not be read. */
  problems: number;
  /** The file says nowhere who speaks. */
  unnamed?: boolean;
}
