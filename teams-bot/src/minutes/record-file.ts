import { createTableTranslator } from "@genai-office/shared/i18n";
import { minutesDocument } from "./document";
import type { MeetingRecord } from "./meeting-record";
import { minutesTexts } from "./minutes-texts";

/** A file to be handed over. */
export interface OfferedFile {
  name: string;
  bytes: Uint8Array;
}

/** Longest name of a meeting in the name of a file; characters. */
const longestName = 80;

/**
 * The minutes of a record as a Word file; the bot offers it, the tab makes it anew. The same record gives the same bytes, which a
 * file consent card has counted.
 */
export async function fileOfRecord(record: MeetingRecord): Promise<OfferedFile> {
  const text = createTableTranslator(minutesTexts, record.language ?? "ja");
  // What OneDrive and Windows take in no name.
  const meeting = [...record.title.replace(/["*:<>?/\\|#%\p{Cc}]/gu, "_")].slice(0, longestName).join("");
  return { name: text("fileName", { meeting }), bytes: await minutesDocument(record) };
}
