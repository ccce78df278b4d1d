import { createHash } from "node:crypto";
import { burstChunks, burstText } from "../client/bodies";
import { Child } from "../client/child";
import type { Cost, Order } from "../client/client-process";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

const names = ["ours", "raw", "openai"] as const;
type Name = (typeof names)[number];

/** The engine needs about ten bursts to compile either of the thin clients to its final speed. */
const warmUps = 12;
const repetitions = 21;
const perRequestCalls = 200;
const perRequestRepetitions = 5;

/**
 * What our client costs beside a raw fetch and the OpenAI SDK (docs/measurements.md, `client`): the same 20,000 chunks
 * from a server in its own process, each client in its own process, order reversed every repetition, medians.
 */
export const measure: Measure = async () => {
  const { child: server, first } = await Child.start<{ port: number }>(here("server-process.ts"));
  const baseUrl = `http://127.0.0.1:${first.port}/v1`;
  const clients = {} as Record<Name, Child>;
  for (const name of names) clients[name] = (await Child.start(here("client-process.ts"), name, baseUrl)).child;
  try {
    const burst = await alternate(clients, names, { model: "burst", requests: 1 }, repetitions);
    for (const name of names) checkAnswer(name, burst[name]);
    const single = { model: "one", requests: perRequestCalls };
    const requests = await alternate(clients, ["ours", "raw"], single, perRequestRepetitions);
    const eventMs: Record<string, number> = {};
    for (const megabytes of [4, 8, 16]) {
      const large = await alternate(clients, ["ours"], { model: `event-${megabytes}`, requests: 1 }, 5);
      eventMs[megabytes] = round(median(large.ours.map((cost) => cost.wallMs)), 1);
    }
    return report(burst, requests, eventMs);
  } finally {
    for (const child of [...Object.values(clients), server]) child.stop();
  }
};

function here(file: string): URL {
  return new URL(`../client/${file}`, import.meta.url);
}

type Costs = Record<Name, Cost[]>;

/** Lets the clients take turns; the order is reversed every time. Warm-up runs are not counted. */
async function alternate(
  clients: Record<Name, Child>,
  who: readonly Name[],
  order: Order,
  times: number,
): Promise<Costs> {
  const costs: Costs = { ours: [], raw: [], openai: [] };
  for (let turn = -warmUps; turn < times; turn++)
    for (const name of turn % 2 === 0 ? who : [...who].reverse()) {
      const cost = await clients[name].ask<Cost>(order);
      if (turn >= 0) costs[name].push(cost);
    }
  return costs;
}

/** A fast client that lost words would be no client. */
function checkAnswer(name: Name, costs: Cost[]): void {
  const expected = createHash("sha256").update(burstText()).digest("hex");
  if (costs.some((cost) => cost.textHash !== expected || cost.finish !== "stop"))
    throw new MeasurementImpossible(`${name} did not decode the burst`);
}

function report(burst: Costs, requests: Costs, eventMs: Record<string, number>) {
  const cpuPerChunk = perName((name) => median(burst[name].map((cost) => cost.cpuMicros)) / burstChunks);
  const speed = perName((name) => burstChunks / (median(burst[name].map((cost) => cost.wallMs)) / 1000));
  const requestMs = (name: Name): number => median(requests[name].map((cost) => cost.wallMs)) / perRequestCalls;
  const perRequest = { ours: requestMs("ours"), raw: requestMs("raw") };
  const table = formatTable(
    ["client", "CPU µs/chunk", "min..max", "chunks/s", "ms/request"],
    names.map((name) => {
      const all = burst[name].map((cost) => cost.cpuMicros / burstChunks);
      return [
        name,
        cpuPerChunk[name].toFixed(2),
        `${Math.min(...all).toFixed(2)}..${Math.max(...all).toFixed(2)}`,
        Math.round(speed[name]),
        name === "openai" ? null : perRequest[name].toFixed(2),
      ];
    }),
  );
  const events = Object.entries(eventMs).map(([megabytes, ms]) => `${megabytes} MB ${ms} ms`);
  return {
    table: `${table}\none event: ${events.join(", ")}`,
    json: {
      cpuMicrosPerChunk: perName((name) => round(cpuPerChunk[name], 2)),
      chunksPerSecond: perName((name) => Math.round(speed[name])),
      ratioToRaw: round(cpuPerChunk.ours / cpuPerChunk.raw, 3),
      timesBetterThanOpenai: round(cpuPerChunk.openai / cpuPerChunk.ours, 2),
      perRequestMs: { ours: round(perRequest.ours, 3), raw: round(perRequest.raw, 3) },
      event16MbMs: eventMs[16],
      eventMsByMegabytes: eventMs,
      repetitions,
    },
  };
}

function perName(value: (name: Name) => number): Record<Name, number> {
  return { ours: value("ours"), raw: value("raw"), openai: value("openai") };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
