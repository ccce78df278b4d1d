import type { Database } from "@genai-office/shared/database";
import { jobOfPerson, type JobOwner } from "@genai-office/shared/jobs";
import { createTableTranslator } from "@genai-office/shared/i18n";
import type { Outgoing } from "../channel/outgoing";
import { minutesDocument } from "./document";
import type { MeetingRecord } from "./meeting-record";
import { minutesTexts } from "./minutes-texts";

/** A file to be handed over. */
export interface OfferedFile {
  name: string;
  bytes: Uint8Array;
}

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

/** Longest name of a meeting in the name of a file; characters. */
const longestName = 80;

/** The minutes of a record as a Word file; the same record gives the same bytes, which a file consent card has counted. */
export async function fileOfRecord(record: MeetingRecord): Promise<OfferedFile> {
  const text = createTableTranslator(minutesTexts, record.language ?? "ja");
  // What OneDrive and Windows take in no name.
  const meeting = [...record.title.replace(/["*:<>?/\\|#%\p{Cc}]/gu, "_")].slice(0, longestName).join("");
  return { name: text("fileName", { meeting }), bytes: await minutesDocument(record) };
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
