import type { MinutesRecord } from "../tasks";
import type { Job } from "../vocabulary";

/** A job as the relay shows it to the person whose it is; times are ISO 8601. */
export interface JobView extends Pick<Job, "id" | "kind" | "state" | "title" | "steps"> {
  createdAt: string;
  finishedAt?: string;
  errorCode?: string;
}

/** A job with what it has made; no record until it is finished, and for kinds that keep none. */
export interface JobDetails {
  job: JobView;
  record?: MinutesRecord;
}
