import { hasEnded, type Job } from "./jobs/job";
import { say } from "./texts/say";

/** Address of a job as GENAI wants it: a path of the same origin, at most 2,048 characters. */
export function statusUrl(app: string, id: string): string {
  return `/ai-apps/${app}/requests/${id}`;
}

/** Body of the 202 that says where a job can be looked at. */
export function acceptedDocument(app: string, id: string): object {
  return { outputs: say("job.accepted"), request_id: id, status: "PENDING", status_url: statusUrl(app, id) };
}

/**
 * A job as the protocol shows it. `outputs` is always there: GENAI stores what it finds at each look, and shows "No outputs"
 * to the person where an app has left it out.
 */
export function statusDocument(job: Job): object {
  const { id, status, progress, error, requestId } = job;
  return {
    request_id: id,
    status,
    ...(progress === undefined ? {} : { progress }),
    outputs: hasEnded(job) ? (job.outputs ?? "") : waiting(progress),
    artifacts: [],
    ...(error === undefined ? {} : { error: { message: error, details: requestId } }),
    created_at: new Date(job.createdAt).toISOString(),
    updated_at: new Date(job.updatedAt).toISOString(),
  };
}

function waiting(progress: string | undefined): string {
  return progress === undefined ? say("job.running") : say("job.runningProgress", { progress });
}
