import { createServer as createTlsServer } from "node:https";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { generate as generateCertificate } from "selfsigned";
import type { TransportOptions } from "@genai-office/shared/gateway";
import { isTerminal, type GenerateEvent, type TerminalEvent } from "@genai-office/shared/vocabulary";
import { startModelServer, type ModelServer, type Reply } from "../../support/model-server";
import type { ContractUnderTest, Expected } from "./contract-under-test";
import { expectedOf } from "./expected";
import type { FaultName } from "./fault-names";
import { scenarioOf, secret, words, type Scenario } from "./scenario";

/** What one contract did with one fault. */
export interface CaseRow {
  contract: string;
  fault: FaultName;
  /** `silent`: no terminal event; `twice`: more than one, or something after it; `threw`; `hung`. */
  outcome: TerminalEvent["type"] | "silent" | "twice" | "threw" | "hung";
  /** Code of a failure, reason of a finish. */
  code: string | null;
  ms: number;
  expected: Expected;
  /** Words of an error, or other words than the answer's, were handed on. */
  wrongText: boolean;
  /** Requests for the answer that the server saw. */
  requests: number;
  /** Milliseconds from the abort to the terminal event. */
  abortMs?: number;
}

const transport: TransportOptions = {
  timers: { connectMs: 6_000, firstTokenMs: 6_000, idleMs: 6_000 },
  retry: { initialDelayMs: 5, maximumDelayMs: 10 },
};

/** A case that has not ended by then never will. */
const patienceMs = 9_000;

/** Runs a fault against a contract; undefined for one that the contract has not. */
export async function runCase(contract: ContractUnderTest, fault: FaultName): Promise<CaseRow | undefined> {
  const scenario = scenarioOf(contract, fault);
  if (scenario === undefined) return undefined;
  const expected = expectedOf(contract, fault);
  const tuned = { ...transport, timers: { ...transport.timers, ...scenario.timers } };
  const controller = new AbortController();
  const events: GenerateEvent[] = [];
  let abortedAt = Number.NaN;
  const abort = (): void => {
    abortedAt = performance.now();
    controller.abort();
  };
  const { abortAfterMs } = scenario;
  if (abortAfterMs === 0) abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const place = await openPlace(contract, scenario, () => {
    if (abortAfterMs !== undefined) timer ??= setTimeout(abort, abortAfterMs);
  });
  const before = performance.now();
  let patience: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<"hung">((resolve) => (patience = setTimeout(() => resolve("hung"), patienceMs)));
  const run = async (): Promise<"over" | "threw"> => {
    try {
      for await (const event of contract.run(place.origin, tuned, controller.signal)) events.push(event);
      return "over";
    } catch {
      // What was thrown does not matter: a runner must not throw.
      return "threw";
    }
  };
  try {
    const end = await Promise.race([run(), hung]);
    const ms = performance.now() - before;
    return {
      contract: contract.name,
      fault,
      ...judged(events, end),
      ms: Math.round(ms),
      expected,
      wrongText: hasWrongText(events, contract, scenario),
      requests: place.requests(),
      ...(Number.isNaN(abortedAt) ? {} : { abortMs: Math.round(performance.now() - Math.max(abortedAt, before)) }),
    };
  } finally {
    clearTimeout(timer);
    clearTimeout(patience);
    controller.abort();
    await place.close();
  }
}

function judged(events: GenerateEvent[], end: "over" | "threw" | "hung"): Pick<CaseRow, "outcome" | "code"> {
  if (end !== "over") return { outcome: end, code: null };
  const terminals = events.filter(isTerminal);
  const last = events.at(-1);
  if (terminals.length === 0) return { outcome: "silent", code: null };
  if (terminals.length > 1 || last !== terminals[0]) return { outcome: "twice", code: null };
  const [terminal] = terminals as [TerminalEvent];
  if (terminal.type === "finished") return { outcome: "finished", code: terminal.reason };
  return { outcome: terminal.type, code: terminal.type === "failed" ? terminal.error.code : null };
}

/** A failed run may have given the beginning of the answer; a finished one must have given all of it. */
function hasWrongText(
  events: GenerateEvent[],
  { given = (text) => text }: ContractUnderTest,
  scenario: Scenario,
): boolean {
  const answer = given(scenario.words ?? words);
  const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
  const terminal = events.find(isTerminal);
  const partial = terminal === undefined || terminal.type === "finished" ? text : terminal.partial;
  if (text.includes(secret) || partial !== text) return true;
  const told = terminal?.type === "failed" ? `${terminal.error.message} ${String(terminal.error.cause ?? "")}` : "";
  if (told.includes(secret)) return true;
  return terminal?.type === "finished" ? text !== answer : !answer.startsWith(text);
}

interface Place {
  origin: string;
  requests: () => number;
  close: () => Promise<void>;
}

async function openPlace(
  contract: ContractUnderTest,
  { connect, replies }: Scenario,
  whenAsked: () => void,
): Promise<Place> {
  const nothing = { requests: () => 0, close: () => Promise.resolve() };
  if (connect === "unknown-name") return { origin: "http://no-such-host.invalid", ...nothing };
  if (connect === "closed-port") return { origin: `http://127.0.0.1:${await closedPort()}`, ...nothing };
  if (connect === "unknown-certificate") return openTls();
  let asked = 0;
  const reply: Reply = (response, request) => {
    whenAsked();
    return replies[Math.min(asked++, replies.length - 1)]!(response, request);
  };
  const server = await startModelServer(contract.route?.(reply) ?? reply);
  const { isAsked = () => true } = contract;
  return { origin: server.origin, requests: () => server.requests.filter(isAsked).length, close: closer(server) };
}

const closer = (server: ModelServer) => (): Promise<void> => server.close();

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

let certificate: Promise<{ private: string; cert: string }> | undefined;

/** A server with a certificate that nobody vouches for. */
async function openTls(): Promise<Place> {
  certificate ??= Promise.resolve(generateCertificate([{ name: "commonName", value: "localhost" }], { keySize: 2048 }));
  const { private: key, cert } = await certificate;
  let requests = 0;
  const server = createTlsServer({ key, cert }, (_, response) => {
    requests++;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
