import { openRelayOnLoopback } from "../../../../playground/src/teams/relay-on-loopback";

test("requests reach the relay under the name it knows, with their body, and end with the one who asked", async () => {
  const seen: { url: string; host: string | null; body: string }[] = [];
  let aborted!: () => void;
  const isAborted = new Promise<void>((resolve) => (aborted = resolve));
  const door = await openRelayOnLoopback(
    {
      async fetch(request) {
        seen.push({ url: request.url, host: request.headers.get("host"), body: await request.text() });
        if (!request.url.endsWith("/slow")) return new Response("done");
        request.signal.addEventListener("abort", () => aborted());
        return new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([1])) }));
      },
    },
    "localhost:8443",
  );
  try {
    expect(await (await fetch(`${door.url}/api/steps`, { method: "POST", body: "質問" })).text()).toBe("done");
    expect(seen).toEqual([{ url: "http://localhost:8443/api/steps", host: "localhost:8443", body: "質問" }]);
    const asking = new AbortController();
    await fetch(`${door.url}/slow`, { signal: asking.signal });
    asking.abort();
    await isAborted;
  } finally {
    await door.stop();
  }
});

test("a door that was closed is closed", async () => {
  const door = await openRelayOnLoopback({ fetch: () => Promise.resolve(new Response("")) }, "localhost:1");
  await door.stop();
  await expect(fetch(door.url)).rejects.toThrow();
});
