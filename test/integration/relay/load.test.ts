import { Child } from "../../bench/client/child";
import type { DrainedStream, EndedStreams, LoadOrder, OpenedStreams } from "../../bench/relay/load-process";
import { startRelayProcess, type RelayProcess } from "../../bench/relay/relay-process";
import type { UpstreamOrder, UpstreamState } from "../../bench/relay/upstream-process";

/** Model server, relay (started as in production) and clients, each in a process of its own. */
describe("the relay under load", () => {
  let upstream: Child;
  let relay: RelayProcess;
  let load: Child;

  async function start(environment: Record<string, string> = {}): Promise<void> {
    const first = await startChild<{ port: number }>("upstream-process.ts");
    upstream = first.child;
    relay = await startRelayProcess(first.first.port, environment);
    load = (await startChild("load-process.ts", String(first.first.port), String(relay.port))).child;
  }
  afterEach(async () => {
    load.stop();
    await relay.stop();
    upstream.stop();
  });
  const ask = <Reply>(order: LoadOrder): Promise<Reply> => load.ask<Reply>(order);
  const state = (order: UpstreamOrder = "state"): Promise<UpstreamState> =>
    upstream.ask<UpstreamState>(order as unknown as object);
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  test("1,000 streams are open at the same time, each gets its words and ends right", async () => {
    await start();
    const before = relay.memoryMb();
    const { open } = await ask<OpenedStreams>({ kind: "open", streams: 1_000, paragraphs: 3, withinMs: 25_000 });
    expect(open).toBe(1_000);
    expect((await state()).held).toBe(1_000);
    await pause(1_200);
    const memory = relay.memoryMb();
    await state("release");
    const { endedRight, chunks } = await ask<EndedStreams>({ kind: "wait", withinMs: 20_000 });
    expect(endedRight).toBe(1_000);
    expect(chunks).toBeGreaterThan(2_000);
    // Half a megabyte a stream would be a leak; measured are some 130 kB.
    if (before !== null && memory !== null) expect(memory - before).toBeLessThan(500);
  }, 60_000);

  test("readers that do not read stop the model server, cost no memory, and are ended", async () => {
    await start();
    const before = relay.memoryMb();
    const { stalled } = await ask<{ stalled: number }>({ kind: "stall", streams: 20, withinMs: 10_000 });
    expect(stalled).toBe(20);
    let then = await state();
    for (;;) {
      await pause(700);
      const now = await state();
      if (now.pouredBytes === then.pouredBytes && now.paused === 20) break;
      then = now;
    }
    const memory = relay.memoryMb();
    // What the kernel's buffers on both sides hold has gone through the relay; it wanted to send 4,000 MB.
    expect((await state()).pouring).toBe(20);
    if (before !== null && memory !== null) expect(memory - before).toBeLessThan(80);
  }, 40_000);

  test("a reader that does read gets 120 MB through a heap of 80 MB", async () => {
    await start({ NODE_OPTIONS: "--max-old-space-size=80" });
    const { bytes, right } = await ask<DrainedStream>({ kind: "drain" });
    expect(right).toBe(true);
    expect(bytes).toBeGreaterThan(100 * 1024 * 1024);
  }, 60_000);
});

function startChild<First>(file: string, ...args: string[]): Promise<{ child: Child; first: First }> {
  return Child.start<First>(new URL(`../../bench/relay/${file}`, import.meta.url), ...args);
}
