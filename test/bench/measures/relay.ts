import { Child } from "../client/child";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";
import type { Acknowledged, EndedStreams, Latencies, LoadOrder, OpenedStreams, Target } from "../relay/load-process";
import { startRelayProcess, type RelayProcess } from "../relay/relay-process";
import { answerOnce } from "../relay/answer-once";
import { rowsLost, type RowsLost } from "../relay/rows-lost";
import { startSignIn } from "../relay/sign-in";
import type { UpstreamOrder, UpstreamState } from "../relay/upstream-process";

const targets = ["direct", "relay"] as const;
const warmUpRequests = 150;
const rounds = 15;
const requestsPerRound = 20;
const throughputRounds = 3;
const throughputMs = 1_500;
const concurrency = 16;
const openStreams = 1_000;
/** Of 94 characters each. */
const paragraphs = 43;
const slowReaders = 50;
/** Half of them in the middle of an answer when the relay is killed. */
const clientsAtCrash = 200;
const crashAfterMs = 2_500;
/** How long the model server may pour into readers that do not read. */
const pourMs = 4_000;

/**
 * What the relay adds to a model server's answer, and how it carries load (docs/measurements.md, `relay`): model server,
 * relay and clients each in a process of its own, direct and through the relay in turns.
 */
export const measure: Measure = async () => {
  const { child: upstream, first } = await Child.start<{ port: number }>(here("upstream-process.ts"));
  const signIn = await startSignIn();
  let relay = await startRelayProcess(first.port, signIn.environment);
  const ports = [first.port, relay.port].map(String);
  const { child: load } = await Child.start(here("load-process.ts"), ...ports, signIn.tokens.join(","));
  try {
    const latencies = await alternate(load, relay);
    const perSecond = await throughput(load);
    const open = await holdOpen(load, upstream, relay);
    const slow = await stall(load, upstream, relay);
    const told = ask<Acknowledged>(load, { kind: "acknowledged", concurrency: clientsAtCrash });
    await pause(crashAfterMs);
    await relay.kill();
    const acknowledged = await told;
    relay = await relay.again();
    await answerOnce(relay.port, signIn.tokens[0]!);
    // It has to end before somebody else may open its database.
    const afterCrash = await relay.stop(async (dataFolder) => rowsLost(dataFolder, acknowledged));
    return report(latencies, perSecond, open, slow, { ...afterCrash, acknowledged: acknowledged.begun.length });
  } finally {
    load.stop();
    await relay.stop();
    await signIn.stop();
    upstream.stop();
  }
};

function here(file: string): URL {
  return new URL(`../relay/${file}`, import.meta.url);
}

type PerTarget<Value> = Record<Target, Value>;

const ask = <Reply>(load: Child, order: LoadOrder): Promise<Reply> => load.ask<Reply>(order);
const state = (upstream: Child, order: UpstreamOrder): Promise<UpstreamState> =>
  upstream.ask<UpstreamState>(order as unknown as object);

/** Latencies of both ways, and the relay's own work for one request, which other work on the machine does not change. */
async function alternate(load: Child, relay: RelayProcess): Promise<PerTarget<Latencies> & { cpuMs: number | null }> {
  const all: PerTarget<Latencies> = {
    direct: { firstByteMs: [], totalMs: [] },
    relay: { firstByteMs: [], totalMs: [] },
  };
  for (const target of targets) await ask(load, { kind: "sequence", target, requests: warmUpRequests });
  const cpuBefore = relay.cpuMs();
  for (let round = 0; round < rounds; round++)
    for (const target of round % 2 === 0 ? targets : [...targets].reverse()) {
      const one = await ask<Latencies>(load, { kind: "sequence", target, requests: requestsPerRound });
      all[target].firstByteMs.push(...one.firstByteMs);
      all[target].totalMs.push(...one.totalMs);
    }
  const cpuAfter = relay.cpuMs();
  const cpuMs = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / (rounds * requestsPerRound);
  return { ...all, cpuMs };
}

async function throughput(load: Child): Promise<PerTarget<number>> {
  const all: PerTarget<number[]> = { direct: [], relay: [] };
  for (let round = 0; round < throughputRounds; round++)
    for (const target of targets) {
      const order: LoadOrder = { kind: "throughput", target, concurrency, milliseconds: throughputMs };
      all[target].push((await ask<{ perSecond: number }>(load, order)).perSecond);
    }
  return { direct: quantile(all.direct, 0.5), relay: quantile(all.relay, 0.5) };
}

interface OpenResult {
  open: number;
  endedRight: number;
  memoryMb: number | null;
  kbPerStream: number | null;
}

async function holdOpen(load: Child, upstream: Child, relay: RelayProcess): Promise<OpenResult> {
  const before = relay.memoryMb();
  const { open } = await ask<OpenedStreams>(load, { kind: "open", streams: openStreams, paragraphs, withinMs: 20_000 });
  const { held } = await state(upstream, "state");
  // Some chunks later, so that what a running stream needs is there.
  await pause(1_500);
  const memoryMb = relay.memoryMb();
  await state(upstream, "release");
  const { endedRight } = await ask<EndedStreams>(load, { kind: "wait", withinMs: 15_000 });
  const grown = before === null || memoryMb === null ? null : memoryMb - before;
  return {
    open: Math.min(open, held),
    endedRight,
    memoryMb,
    kbPerStream: grown === null ? null : (grown * 1024) / openStreams,
  };
}

interface SlowResult {
  streams: number;
  memoryGrowthMb: number | null;
  upstreamPaused: boolean;
  pouredMb: number;
}

async function stall(load: Child, upstream: Child, relay: RelayProcess): Promise<SlowResult> {
  const before = relay.memoryMb();
  const { stalled } = await ask<{ stalled: number }>(load, { kind: "stall", streams: slowReaders, withinMs: 10_000 });
  let highest = 0;
  const watchUntil = performance.now() + pourMs;
  while (performance.now() < watchUntil) {
    highest = Math.max(highest, relay.memoryMb() ?? 0);
    await pause(50);
  }
  const then = await state(upstream, "state");
  await pause(1_000);
  const now = await state(upstream, "state");
  highest = Math.max(highest, relay.memoryMb() ?? 0);
  await ask(load, { kind: "drop" });
  return {
    streams: stalled,
    memoryGrowthMb: before === null ? null : highest - before,
    upstreamPaused: now.pouring === stalled && now.paused === stalled && now.pouredBytes === then.pouredBytes,
    pouredMb: now.pouredBytes / 1024 / 1024,
  };
}

function report(
  latencies: Awaited<ReturnType<typeof alternate>>,
  perSecond: PerTarget<number>,
  open: OpenResult,
  slow: SlowResult,
  crash: RowsLost & { acknowledged: number },
): Awaited<ReturnType<Measure>> {
  if (open.open === 0) throw new MeasurementImpossible("no stream could be opened");
  const added = (what: keyof Latencies, share: number): number =>
    round(quantile(latencies.relay[what], share) - quantile(latencies.direct[what], share), 2);
  const addedFirstByteMs = { p50: added("firstByteMs", 0.5), p99: added("firstByteMs", 0.99) };
  const addedTotalMs = { p50: added("totalMs", 0.5), p99: added("totalMs", 0.99) };
  const times = formatTable(
    ["", "first byte ms p50", "p99", "total ms p50", "p99", "requests/s"],
    [
      ...targets.map((target) => [
        target,
        ...(["firstByteMs", "totalMs"] as const).flatMap((what) =>
          [0.5, 0.99].map((share) => quantile(latencies[target][what], share).toFixed(2)),
        ),
        Math.round(perSecond[target]),
      ]),
      ["added", addedFirstByteMs.p50, addedFirstByteMs.p99, addedTotalMs.p50, addedTotalMs.p99, null],
    ],
  );
  const cpuMsPerRequest = latencies.cpuMs === null ? null : round(latencies.cpuMs, 2);
  const memoryMb = open.memoryMb === null ? null : round(open.memoryMb, 0);
  const kbPerStream = open.kbPerStream === null ? null : round(open.kbPerStream, 1);
  const memoryGrowthMb = slow.memoryGrowthMb === null ? null : round(slow.memoryGrowthMb, 1);
  return {
    table: [
      times,
      `processor time of the relay: ${cpuMsPerRequest ?? "?"} ms a request`,
      `open at the same time: ${open.open} of ${openStreams}, ended right ${open.endedRight}; ${memoryMb ?? "?"} MB, ${kbPerStream ?? "?"} kB a stream`,
      `${slow.streams} readers that do not read: ${round(slow.pouredMb, 1)} MB taken from the model server, memory +${memoryGrowthMb ?? "?"} MB, model server ${slow.upstreamPaused ? "paused" : "NOT paused"}`,
      `killed under load: ${crash.acknowledged} answers had begun, ${crash.lost} not on record; ${crash.interrupted} steps marked as interrupted, ${crash.open} without an end; chain ${crash.chainIntact ? "intact" : "BROKEN"}`,
      "sign-in (RS256 tokens of 20 people), policy, limits and the audit on disk were on",
    ].join("\n"),
    json: {
      addedFirstByteMs,
      addedTotalMs,
      cpuMsPerRequest,
      openStreams: Math.min(open.open, open.endedRight),
      memoryMb,
      kbPerStream,
      requestsPerSecond: { direct: Math.round(perSecond.direct), relay: Math.round(perSecond.relay) },
      auditRowsLost: crash.lost,
      auditRowsAcknowledged: crash.acknowledged,
      auditChainIntact: crash.chainIntact,
      auditInterrupted: crash.interrupted,
      signIn: true,
      policy: true,
      audit: true,
      slowReader: { streams: slow.streams, memoryGrowthMb, upstreamPaused: slow.upstreamPaused },
    },
  };
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
