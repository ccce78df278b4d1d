import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import type { DrainedStream } from "../../bench/relay/load-process";
import { startModelServer } from "../../support/model-server";
import { chatChunk } from "../../support/model-server-replies";
import { startLoadProcesses } from "./load-processes";
import { startRelay, summarizeStep } from "./relay-under-test";

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("readers that do not read stop the model server, and cost no memory", async () => {
  const { relay, ask, state, stop } = await startLoadProcesses();
  try {
    // The first step opens the embedded database, which takes far more than what is measured here.
    await ask({ kind: "sequence", target: "relay", requests: 3 });
    const before = relay.memoryMb();
    const { stalled } = await ask<{ stalled: number }>({ kind: "stall", streams: 20, withinMs: 100_000 });
    expect(stalled).toBe(20);
    let then = await state();
    for (;;) {
      await pause(500);
      const now = await state();
      if (now.pouredBytes === then.pouredBytes && now.paused === 20) break;
      then = now;
    }
    expect((await state()).pouring).toBe(20);
    const memory = relay.memoryMb();
    // The model server would like to send 2,400 MB. What the kernel's buffers on both sides hold has gone through here.
    if (before !== null && memory !== null) expect(memory - before).toBeLessThan(80);
  } finally {
    await stop();
  }
});

test("a reader that does read gets 120 MB through a heap of 80 MB", async () => {
  const { ask, stop } = await startLoadProcesses({ NODE_OPTIONS: "--max-old-space-size=80" });
  try {
    const { bytes, right } = await ask<DrainedStream>({ kind: "drain" });
    expect(right).toBe(true);
    expect(bytes).toBeGreaterThan(100 * 1024 * 1024);
  } finally {
    await stop();
  }
});

test("a reader that stops is ended after the time it may leave a stream unread, and the model server with it", async () => {
  const words = chatChunk("予算案の概要を説明する。".repeat(500));
  let poured = 0;
  const upstream = await startModelServer(async (response) => {
    response.setMaxListeners(0);
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    while (!response.destroyed) {
      poured += words.length;
      if (!response.write(words)) await Promise.race([once(response, "drain"), once(response, "close")]);
    }
  });
  const under = await startRelay({ upstreamUrl: upstream.url, stalledReaderMs: 400 });
  try {
    const outgoing = request(`${under.origin}/api/steps`, { method: "POST" });
    outgoing.setHeader("Content-Type", "application/json");
    outgoing.on("error", () => undefined);
    outgoing.end(JSON.stringify(summarizeStep()));
    const [reply] = (await once(outgoing, "response")) as [IncomingMessage];
    reply.on("error", () => undefined);
    await once(reply, "data");
    reply.pause();
    expect(await upstream.requests[0]!.closedByClient).toBe(true);
    const ended = (): Record<string, unknown> | undefined => under.logged().find(({ msg }) => msg === "step ended");
    while (ended() === undefined) await pause(10);
    expect(ended()).toMatchObject({ outcome: "aborted", clientGone: true });
    const atTheEnd = poured;
    await pause(200);
    expect(poured).toBe(atTheEnd);
    outgoing.destroy();
  } finally {
    await under.relay.stop();
    await upstream.close();
  }
});
