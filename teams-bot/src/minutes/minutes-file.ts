import type { Database } from "@genai-office/shared/database";
import { jobOfPerson, type JobOwner } from "@genai-office/shared/jobs";
import type { Outgoing } from "../channel/outgoing";
import type { MeetingRecord } from "./meeting-record";
import { fileOfRecord, type OfferedFile } from "./record-file";

/** What a file consent card carries back. */
export interface FileContext {
  /** Id of the job. */
  minutes: string;
}

/** Asks whether a file is wanted; a yes carries the job whose file it is. */
export function offerOf(job: string, { name, bytes }: OfferedFile, description: string): NonNullable<Outgoing["file"]> {
  const context: FileContext = { minutes: job };
  return { name, bytes: bytes.length, description, acceptContext: context, declineContext: context };
}

/**
 * The file of a finished job, for who accepted the card that offers it.
 * @returns undefined when it is not a job of theirs, or retention took it
 * @throws DatabaseError
 */
export async function fileOfJob(database: Database, owner: JobOwner, id: string): Promise<OfferedFile | undefined> {
  const found = await jobOfPerson(database, owner, id);
  if (found?.record === undefined) return undefined;
  return fileOfRecord(found.record as MeetingRecord);
}
