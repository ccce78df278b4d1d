/** Which parts of a message leave. Everything is part of it until a person drops it; of the mails at least one stays. */
export interface PartsChoice {
  subject: boolean;
  /** What the newest mail says itself; the names of its attachments go with it. */
  newest: boolean;
  /** The earlier mails that the message quotes. */
  quoted: boolean;
  /** Ids of attachments whose names stay here. */
  keptBack: readonly string[];
}

export const everything: PartsChoice = { subject: true, newest: true, quoted: true, keptBack: [] };

/** Which parts besides the texts of mails a task uses at all. */
export interface PartsUsed {
  subject: boolean;
  /** Names of attachments. */
  files: boolean;
  /** Name and address of the person: a thread is read for them, a reply is theirs. */
  reader: boolean;
}

/** By the id of the task's tab. */
export function partsUsedBy(task: string): PartsUsed {
  const isForReader = task === "thread" || task === "reply";
  return { subject: task !== "summary", files: isForReader, reader: isForReader };
}
