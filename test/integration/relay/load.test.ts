import type { EndedStreams, OpenedStreams } from "../../bench/relay/load-process";
import { startLoadProcesses } from "./load-processes";

test("1,000 streams are open at the same time, each gets its words and ends right", async () => {
  const { relay, ask, state, stop } = await startLoadProcesses();
  try {
    const before = relay.memoryMb();
    const { open } = await ask<OpenedStreams>({ kind: "open", streams: 1_000, paragraphs: 3, withinMs: 100_000 });
    expect(open).toBe(1_000);
    expect((await state()).held).toBe(1_000);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const memory = relay.memoryMb();
    await state("release");
    const { endedRight, chunks } = await ask<EndedStreams>({ kind: "wait", withinMs: 100_000 });
    expect(endedRight).toBe(1_000);
    expect(chunks).toBeGreaterThan(2_000);
    // A megabyte a stream would be a leak; measured are some 130 kB, and up to 540 of garbage that a loaded machine has not
    // collected yet.
    if (before !== null && memory !== null) expect(memory - before).toBeLessThan(1_000);
  } finally {
    await stop();
  }
});
