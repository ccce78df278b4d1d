import type { WrittenMessage } from "../channel/incoming";
import { isTranscript, mostFiles } from "./minutes-requests";

/** Names of files that came with a request for minutes and became none. */
export interface LeftOutFiles {
  /** More than are taken of one message. */
  beyond: string[];
  /** Of no kind that transcripts come as. */
  unread: string[];
  /** How many are taken of one message. */
  most: number;
}

/** What `acceptMinutes` leaves out of a message. */
export function leftOutFiles({ files }: Pick<WrittenMessage, "files">): LeftOutFiles {
  const named = (wanted: typeof files): string[] => wanted.map(({ name }) => name);
  return {
    beyond: named(files.filter(isTranscript).slice(mostFiles)),
    unread: named(files.filter((file) => !isTranscript(file))),
    most: mostFiles,
  };
}
