/** Which parts of a message leave; the newest message itself always does. Everything is part of it until a person drops it. */
export interface PartsChoice {
  subject: boolean;
  /** The earlier mails that the message quotes. */
  quoted: boolean;
  /** Ids of attachments whose names stay here. */
  keptBack: readonly string[];
}

export const everything: PartsChoice = { subject: true, quoted: true, keptBack: [] };

/** Which parts besides the texts of mails a task uses at all. */
export interface PartsUsed {
  subject: boolean;
  /** Names of attachments. */
  files: boolean;
}

/** By the id of the task's tab. */
export function partsUsedBy(task: string): PartsUsed {
  return { subject: task !== "summary", files: task === "thread" || task === "reply" };
}
