import { fetchDocument } from "../gateway/transport/fetch-document";
import type { TransportOptions } from "../gateway/transport/transport-options";
import type { RunReport } from "../vocabulary";
import { askedHeaders } from "./asked-headers";
import type { RelayClientOptions } from "./relay-client";
import { relayRefusal } from "./relay-refusal";

/** A report may be told again as often as one likes: the relay takes the same one once. */
const reportRetries = 2;

/**
 * Tells the relay what became of the result of a run.
 * @throws GenaiError "not-found" when the run is not one of this person's
 */
export async function reportRun(options: RelayClientOptions, report: RunReport, signal?: AbortSignal): Promise<void> {
  const transport: TransportOptions = { ...options, retry: { maximumRetries: reportRetries, ...options.retry } };
  const { headers, adaptTo } = askedHeaders(options);
  const request = async () => ({
    method: "POST" as const,
    url: `${options.baseUrl.replace(/\/+$/, "")}/api/runs/${encodeURIComponent(report.run)}/report`,
    headers: { "Content-Type": "application/json", Accept: "application/json", ...(await headers()) },
    body: JSON.stringify(report),
  });
  await fetchDocument(request, relayRefusal, transport, signal, adaptTo);
}
