/** A line of a model's summary with the ids of the mails it rests on. */
export interface DraftThreadLine {
  text: string;
  sources: string[];
}

export interface DraftRequest extends DraftThreadLine {
  /** Whom it is asked of, as the model says; empty where it does not. */
  of: string;
  /** By when, as the model says; empty where it does not. */
  due: string;
}

/** A summary as a model wrote it, before anything is checked. */
export interface ThreadDraft {
  requests: DraftRequest[];
  decisions: DraftThreadLine[];
  open: DraftThreadLine[];
}

/** Lines of a draft in all. */
export function threadDraftSize({ requests, decisions, open }: ThreadDraft): number {
  return requests.length + decisions.length + open.length;
}
