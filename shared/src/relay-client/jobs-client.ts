import { fetchDocument } from "../gateway/transport/fetch-document";
import type { TransportOptions } from "../gateway/transport/transport-options";
import { GenaiError } from "../vocabulary";
import { askedHeaders } from "./asked-headers";
import type { JobDetails, JobView } from "./job-views";
import type { RelayClientOptions } from "./relay-client";
import { relayRefusal } from "./relay-refusal";

/** The jobs of whoever asks, through the relay. All of it may fail with a GenaiError, "aborted" when the signal ended it. */
export interface JobsClient {
  /** Newest first; at most 100. */
  list(signal?: AbortSignal): Promise<JobView[]>;
  /** @throws GenaiError "not-found" also for a job of somebody else */
  details(id: string, signal?: AbortSignal): Promise<JobDetails>;
  /** Asks for the end of a job; one that is over stays as it is. */
  cancel(id: string, signal?: AbortSignal): Promise<void>;
  /** Removes a job with everything that is kept of it. */
  remove(id: string, signal?: AbortSignal): Promise<void>;
}

/** All of them may be asked again: what was cancelled or removed stays so. */
const retries = 1;

export function createJobsClient(options: RelayClientOptions): JobsClient {
  const baseUrl = `${options.baseUrl.replace(/\/+$/, "")}/api/jobs`;
  const transport: TransportOptions = { ...options, retry: { maximumRetries: retries, ...options.retry } };

  async function ask(method: "GET" | "POST" | "DELETE", path: string, signal?: AbortSignal): Promise<unknown> {
    const { headers, adaptTo } = askedHeaders(options);
    const request = async () => ({
      method,
      url: baseUrl + path,
      headers: {
        Accept: "application/json",
        ...(method === "GET" ? {} : { "Content-Type": "application/json" }),
        ...(await headers()),
      },
      ...(method === "POST" ? { body: "{}" } : {}),
    });
    return fetchDocument(request, relayRefusal, transport, signal, adaptTo);
  }
  const pathOf = (id: string): string => `/${encodeURIComponent(id)}`;

  return {
    async list(signal) {
      const document = await ask("GET", "", signal);
      if (!isRecord(document) || !Array.isArray(document["jobs"])) throw strange();
      return document["jobs"].filter(isJob);
    },
    async details(id, signal) {
      const document = await ask("GET", pathOf(id), signal);
      if (!isRecord(document) || !isJob(document["job"])) throw strange();
      return document as unknown as JobDetails;
    },
    cancel: async (id, signal) => void (await ask("POST", `${pathOf(id)}/cancel`, signal)),
    remove: async (id, signal) => {
      try {
        await ask("DELETE", pathOf(id), signal);
      } catch (thrown) {
        // The answer to the first try may have been lost: what is not there is removed.
        if (!GenaiError.isInstance(thrown) || thrown.code !== "not-found") throw thrown;
      }
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A newer relay may know kinds and states that this page does not; what it cannot show it leaves out. */
function isJob(value: unknown): value is JobView {
  if (!isRecord(value) || !isRecord(value["steps"])) return false;
  return ["id", "kind", "state", "title", "createdAt"].every((key) => typeof value[key] === "string");
}

function strange(): GenaiError {
  return new GenaiError("malformed-response", "the relay's answer is no list of jobs");
}
