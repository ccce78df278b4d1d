import type { JobErrorCode } from "../texts/error-sentence";

/** Statuses of the AI app protocol. */
export type JobStatus = "PENDING" | "IN_PROGRESS" | "COMPLETED" | "ERROR";

/** One request to an app that may outlive its HTTP request. Holds no input: that is held by the work itself. */
export interface Job {
  id: string;
  /** Who may ask for it: the app and the person, in one digest (job-id.ts). */
  owner: string;
  /** The person alone, over all apps, as a digest: whom the limits are for. */
  person: string;
  /** Id in the relay's log. */
  requestId: string;
  status: JobStatus;
  /** Steps done of all, e.g. "2/5". */
  progress?: string;
  /** Markdown of a completed job, or the sentence that says why there is none. */
  outputs?: string;
  error?: JobErrorCode;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

export type JobChange = Partial<Pick<Job, "status" | "progress" | "outputs" | "error">>;

/** True when nothing will change any more. */
export function hasEnded({ status }: Pick<Job, "status">): boolean {
  return status === "COMPLETED" || status === "ERROR";
}
