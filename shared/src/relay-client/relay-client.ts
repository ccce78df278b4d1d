import type { RunReport, StepRunner } from "../vocabulary";
import { fetchDocument } from "../gateway/transport/fetch-document";
import { generate } from "../gateway/transport/generate";
import type { TransportOptions } from "../gateway/transport/transport-options";
import { askedHeaders, type AskedHeaders } from "./asked-headers";
import { readAppList, type AppList } from "./app-list";
import type { ClientSettings } from "./client-settings";
import { readModelList, type ModelList } from "./model-list";
import { RelayDecoder } from "./relay-decoder";
import { relayRefusal } from "./relay-refusal";

export interface RelayClientOptions extends TransportOptions {
  /** Address of the relay; "" in a page that the relay itself serves. */
  baseUrl: string;
  /** Further headers; a function is asked before every request, since a sign-in token may have been renewed. */
  headers?: Record<string, string> | (() => Promise<Record<string, string>>);
  /** Asked in the place of `headers`, once, when the relay says that nobody is signed in (401). */
  renewedHeaders?: () => Promise<Record<string, string>>;
}

export interface RelayClient extends StepRunner {
  /**
   * The models this person may use.
   * @throws GenaiError, code "aborted" when the signal ended it
   */
  fetchModels(signal?: AbortSignal): Promise<ModelList>;
  /**
   * What the ministry has set for this person: notices, templates, glossaries, limits, what is switched off.
   * @throws GenaiError, code "aborted" when the signal ended it
   */
  fetchSettings(signal?: AbortSignal): Promise<ClientSettings>;
  /**
   * The AI apps this person may run, for `research` steps.
   * @throws GenaiError, code "aborted" when the signal ended it
   */
  fetchApps(signal?: AbortSignal): Promise<AppList>;
  /**
   * Tells what became of the result of a run of this person.
   * @throws GenaiError
   */
  reportRun(report: RunReport, signal?: AbortSignal): Promise<void>;
}

/** One more try when the relay could not be reached; upstream failures the relay repeats itself. */
const relayRetries = 1;

/** A StepRunner over the relay (DESIGN 3): sends the step, not messages, and gets back our own events. */
export function createRelayClient(options: RelayClientOptions): RelayClient {
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const transport: TransportOptions = { ...options, retry: { maximumRetries: relayRetries, ...options.retry } };
  const fetchFromRelay = (path: string, signal: AbortSignal | undefined): Promise<unknown> => {
    const { headers, adaptTo } = askedHeaders(options);
    const request = async () => ({
      method: "GET" as const,
      url: `${baseUrl}${path}`,
      headers: { Accept: "application/json", ...(await headers()) },
    });
    return fetchDocument(request, relayRefusal, transport, signal, adaptTo);
  };
  return {
    run(step, { signal } = {}) {
      const research = step.task === "research";
      const contract = ({ headers, adaptTo }: AskedHeaders) => ({
        adaptTo,
        request: async () => ({
          method: "POST" as const,
          url: `${baseUrl}/api/steps`,
          headers: { "Content-Type": "application/json", Accept: "text/event-stream", ...(await headers()) },
          body: JSON.stringify(step),
        }),
        decoder: () => new RelayDecoder(),
        vouchesForModel: true,
        repeatsItself: true,
        refusalOf: relayRefusal,
        // An invocation of an AI app may have begun although its reply was lost; it must not be made twice.
        ...(research && step.options.ticket === undefined ? { mayRepeat: () => false } : {}),
      });
      return generate(
        () => contract(askedHeaders(options)),
        research ? { ...transport, timers: patient(transport.timers) } : transport,
        signal,
      );
    },
    fetchModels: async (signal) => readModelList(await fetchFromRelay("/api/models", signal)),
    fetchSettings: async (signal) => {
      // Loaded with the first use: a pane needs no settings to be usable.
      const { readClientSettings } = await import("./client-settings");
      return readClientSettings(await fetchFromRelay("/api/settings", signal));
    },
    fetchApps: async (signal) => readAppList(await fetchFromRelay("/api/apps", signal)),
    async reportRun(report, signal) {
      // Loaded with the first result.
      const client = await import("./report-run");
      return client.reportRun(options, report, signal);
    },
  };
}

/** AI apps may take days: the relay shows by its comments that it still waits, and no other timer ends that. */
function patient(timers: TransportOptions["timers"]): NonNullable<TransportOptions["timers"]> {
  return { totalMs: Infinity, ...timers };
}
