import { createRelay, relayDefaults, upstreamCard, type Relay, type RelayConfig } from "@genai-office/relay";
import pino from "pino";
import type { GenerateEvent, ModelCard, SummarizeStep, WireError } from "@genai-office/shared/vocabulary";

/** A relay on a free port of the loopback, before one upstream, with everything it logs. */
export interface RelayUnderTest {
  relay: Relay;
  origin: string;
  port: number;
  logLines: string[];
  logged(): Record<string, unknown>[];
}

export interface RelayUnderTestOptions extends Partial<RelayConfig> {
  upstreamUrl: string;
  card?: Partial<ModelCard>;
}

/** Starts a relay whose only model "stand-in" is behind `upstreamUrl`. */
export async function startRelay({ upstreamUrl, card, ...config }: RelayUnderTestOptions): Promise<RelayUnderTest> {
  const logLines: string[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => void logLines.push(line) });
  const model = { ...upstreamCard({ model: "stand-in" }), ...card };
  const relay = createRelay(
    {
      ...relayDefaults,
      port: 0,
      upstream: { baseUrl: upstreamUrl, keyHeader: "Authorization" },
      catalogue: { models: [model], default: { summarize: model.id, chat: model.id } },
      ...config,
    },
    { logger },
  );
  const { port } = await relay.start();
  const scheme = config.tls === undefined ? "http" : "https";
  return {
    relay,
    port,
    origin: `${scheme}://localhost:${port}`,
    logLines,
    logged: () => logLines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

export const sourceText = "令和８年度の予算額は１億２，５００万円である。";

/** A step that may go anywhere: class 1, one paragraph. */
export function summarizeStep(change: Partial<SummarizeStep> = {}): SummarizeStep {
  return {
    task: "summarize",
    promptVersion: "summarize/2",
    model: "stand-in",
    declaredClass: "1",
    confirmed: false,
    documentHash: "0".repeat(64),
    blocks: [{ id: "p1", text: sourceText, kind: "paragraph" }],
    options: { part: "chunk", length: { kind: "characters", characters: 100 }, language: "ja", targetCharacters: 100 },
    ...change,
  };
}

/** POSTs JSON to the relay. */
export function post(url: string, body: unknown, init: RequestInit = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...init,
    headers: { "Content-Type": "application/json", ...(init.headers as Record<string, string> | undefined) },
  });
}

/** The events of a stream; comments are passed over. */
export async function readEvents(response: Response): Promise<GenerateEvent[]> {
  return (await response.text())
    .split("\n\n")
    .filter((part) => part.startsWith("data: "))
    .map((part) => JSON.parse(part.slice(6)) as GenerateEvent);
}

/** The error of a refused request. */
export async function readError(response: Response): Promise<WireError> {
  return ((await response.json()) as { error: WireError }).error;
}
