import { Agent, request, type IncomingMessage } from "node:http";
import type { SummarizeStep } from "@genai-office/shared/vocabulary";

/**
 * The clients of the `relay` measure and of the load test, in a process of their own. Asks the model server directly, or
 * the relay, for the same summary of some 4,000 characters.
 */
export type Target = "direct" | "relay";

export type LoadOrder =
  /** One request after the other. */
  | { kind: "sequence"; target: Target; requests: number }
  /** As many requests as are answered within the time. */
  | { kind: "throughput"; target: Target; concurrency: number; milliseconds: number }
  /** Opens streams through the relay and waits until each has had its first words. */
  | { kind: "open"; streams: number; paragraphs: number; withinMs: number }
  /** Waits until the opened streams have ended. */
  | { kind: "wait"; withinMs: number }
  /** Opens streams through the relay, each of which stops reading after its first bytes. */
  | { kind: "stall"; streams: number; withinMs: number }
  /** Reads one stream to its end, however much it is. */
  | { kind: "drain" }
  /** Ends all connections of stalled streams. */
  | { kind: "drop" }
  /** Asks the relay again and again until it is gone; another order tells that it will be. */
  | { kind: "acknowledged"; concurrency: number };

export interface Latencies {
  firstByteMs: number[];
  totalMs: number[];
}

export interface OpenedStreams {
  open: number;
}

export interface EndedStreams {
  /** Streams that ended with exactly one terminal event, `finished`, and had more than one chunk. */
  endedRight: number;
  chunks: number;
}

export interface DrainedStream {
  bytes: number;
  /** It ended as a whole answer does. */
  right: boolean;
}

/** What clients knew when the relay was gone, by X-Request-Id: each of these has to be on record. */
export interface Acknowledged {
  /** The head of the answer had come. */
  begun: string[];
  /** The whole answer had come. */
  ended: string[];
}

const [upstreamPort, relayPort] = process.argv.slice(2, 4).map(Number) as [number, number];
/** Access tokens of people who ask; none where the relay has no sign-in. */
const tokens = (process.argv[4] ?? "").split(",").filter((token) => token !== "");
let asked = 0;
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const bodies = new Map<string, string>();

/** Some 4,000 characters: what a step carries to a model of 8k tokens. */
const usualParagraphs = 43;

process.on("message", (order: LoadOrder) => {
  void perform(order).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      process.stderr.write(`load: ${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

async function perform(order: LoadOrder): Promise<object> {
  switch (order.kind) {
    case "sequence":
      return await sequence(order.target, order.requests);
    case "throughput":
      return await throughput(order.target, order.concurrency, order.milliseconds);
    case "open":
      return await open(order);
    case "wait":
      return await wait(order.withinMs);
    case "stall":
      return await stall(order.streams, order.withinMs);
    case "drain":
      return await drain();
    case "acknowledged":
      return await untilGone(order.concurrency);
    case "drop":
      for (const stream of stalled.splice(0)) stream.destroy();
      return {};
  }
}

function step(model: string, paragraphs: number): SummarizeStep {
  const text = "令和８年度の予算案について、各局から説明があり、歳入の見通しと主要な事業の内訳を確認した。".repeat(2);
  return {
    task: "summarize",
    promptVersion: "summarize/2",
    model,
    declaredClass: "1",
    confirmed: false,
    documentHash: "0".repeat(64),
    blocks: Array.from({ length: paragraphs }, (_, index) => ({ id: `p${index}`, text, kind: "paragraph" as const })),
    options: { part: "chunk", length: { kind: "characters", characters: 300 }, language: "ja", targetCharacters: 300 },
  };
}

function bodyOf(target: Target, model: string, paragraphs: number): string {
  const key = `${target} ${model} ${paragraphs}`;
  const known = bodies.get(key);
  if (known !== undefined) return known;
  const asked = step(model, paragraphs);
  const content = asked.blocks.map(({ id, text }) => `[${id}] ${text}`).join("\n");
  const messages = [{ role: "user", content }];
  const body = JSON.stringify(target === "relay" ? asked : { model, stream: true, messages, max_tokens: 2048 });
  bodies.set(key, body);
  return body;
}

/** Sends a request; resolves with the reply, whose body has not been read. */
function send(target: Target, model: string, paragraphs = usualParagraphs): Promise<IncomingMessage> {
  const body = bodyOf(target, model, paragraphs);
  const [port, path] = target === "relay" ? [relayPort, "/api/steps"] : [upstreamPort, "/v1/chat/completions"];
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, path, method: "POST", agent });
    outgoing.setHeader("Content-Type", "application/json");
    outgoing.setHeader("Content-Length", Buffer.byteLength(body));
    if (target === "relay" && tokens.length > 0) {
      outgoing.setHeader("Authorization", `Bearer ${tokens[asked++ % tokens.length]}`);
    }
    outgoing.on("response", (reply) => {
      if (reply.statusCode === 200) resolve(reply);
      else reject(new Error(`${target} answered ${String(reply.statusCode)}`));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function one(target: Target): Promise<{ firstByteMs: number; totalMs: number }> {
  const startedAt = performance.now();
  const reply = await send(target, "quick");
  let firstByteMs = 0;
  let tail = "";
  for await (const piece of reply as AsyncIterable<Buffer>) {
    if (firstByteMs === 0) firstByteMs = performance.now() - startedAt;
    tail = (tail + piece.toString("latin1")).slice(-200);
  }
  if (!tail.includes(target === "relay" ? '"type":"finished"' : "[DONE]")) throw new Error(`${target} did not finish`);
  return { firstByteMs, totalMs: performance.now() - startedAt };
}

async function sequence(target: Target, requests: number): Promise<Latencies> {
  const latencies: Latencies = { firstByteMs: [], totalMs: [] };
  for (let index = 0; index < requests; index++) {
    const { firstByteMs, totalMs } = await one(target);
    latencies.firstByteMs.push(firstByteMs);
    latencies.totalMs.push(totalMs);
  }
  return latencies;
}

async function throughput(target: Target, concurrency: number, milliseconds: number): Promise<{ perSecond: number }> {
  const startedAt = performance.now();
  let answered = 0;
  const work = async (): Promise<void> => {
    while (performance.now() - startedAt < milliseconds) {
      await one(target);
      answered++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { perSecond: answered / ((performance.now() - startedAt) / 1000) };
}

let opened: Promise<{ chunks: number; right: boolean }>[] = [];

async function open({ streams, paragraphs, withinMs }: Extract<LoadOrder, { kind: "open" }>): Promise<OpenedStreams> {
  let begun = 0;
  let ended = 0;
  opened = Array.from({ length: streams }, async () => {
    const reply = await send("relay", "held", paragraphs);
    let text = "";
    for await (const piece of reply as AsyncIterable<Buffer>) {
      if (!text.includes("text-delta")) begun++;
      text += piece.toString();
    }
    ended++;
    const chunks = text.split('"type":"text-delta"').length - 1;
    const terminals = text.match(/"type":"(?:finished|failed|aborted)"/g) ?? [];
    return { chunks, right: terminals.length === 1 && terminals[0] === '"type":"finished"' && chunks > 1 };
  });
  const startedAt = performance.now();
  while (begun < streams && performance.now() - startedAt < withinMs) await pause(20);
  return { open: begun - ended };
}

async function wait(withinMs: number): Promise<EndedStreams> {
  const late = pause(withinMs).then(() => undefined);
  const all = await Promise.all(opened.map((stream) => Promise.race([stream, late])));
  return {
    endedRight: all.filter((stream) => stream?.right === true).length,
    chunks: all.reduce((sum, stream) => sum + (stream?.chunks ?? 0), 0),
  };
}

async function drain(): Promise<DrainedStream> {
  const reply = await send("relay", "pour");
  let bytes = 0;
  let tail = "";
  for await (const piece of reply as AsyncIterable<Buffer>) {
    bytes += piece.length;
    tail = (tail + piece.toString("latin1", Math.max(0, piece.length - 200))).slice(-200);
  }
  return { bytes, right: tail.includes('"type":"finished"') };
}

const stalled: IncomingMessage[] = [];

async function stall(streams: number, withinMs: number): Promise<{ stalled: number }> {
  const begin = async (): Promise<void> => {
    const reply = await send("relay", "pour");
    await new Promise<void>((resolve) => reply.once("data", () => resolve()));
    reply.pause();
    reply.on("error", () => undefined);
    stalled.push(reply);
  };
  await Promise.race([Promise.all(Array.from({ length: streams }, begin)), pause(withinMs)]);
  return { stalled: stalled.length };
}

/** Half of the clients read whole answers, half are in the middle of one. */
async function untilGone(concurrency: number): Promise<Acknowledged> {
  const known: Acknowledged = { begun: [], ended: [] };
  const ask = async (model: string): Promise<void> => {
    const reply = await send("relay", model);
    const id = String(reply.headers["x-request-id"]);
    known.begun.push(id);
    let tail = "";
    for await (const piece of reply as AsyncIterable<Buffer>) tail = (tail + piece.toString("latin1")).slice(-200);
    if (tail.includes('"type":"finished"')) known.ended.push(id);
  };
  const work = async (model: string): Promise<void> => {
    for (;;) {
      try {
        await ask(model);
      } catch {
        // The relay is gone: nobody acknowledges anything any more.
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, index) => work(index % 2 === 0 ? "quick" : "held")));
  return known;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
