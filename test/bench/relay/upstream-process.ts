import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * The model server of the `relay` measure and of the load test, in a process of its own. The model's name says what to do:
 * `quick` answers at once, `held` sends a chunk every so often until it is released, `pour` sends as much as is taken.
 */

/** Asks the server for something; it answers with its state. */
export type UpstreamOrder = "state" | "release";

export interface UpstreamState {
  /** `held` streams that are open now. */
  held: number;
  /** `pour` streams that are open now. */
  pouring: number;
  /** Bytes that were written for `pour` streams so far. */
  pouredBytes: number;
  /** `pour` streams whose reader has more to read than is taken. */
  paused: number;
}

const quickChunks = 20;
const heldEveryMs = 500;
const pouredChunk = Buffer.from(chunk("予算案の概要を説明する。".repeat(400)));
/** What a `pour` stream would like to send. */
const pouredBytesOfStream = 120 * 1024 * 1024;

const held = new Set<() => void>();
let pouring = 0;
let pouredBytes = 0;
let paused = 0;

const server = createServer((request, response) => {
  const body: Buffer[] = [];
  request.on("data", (piece: Buffer) => body.push(piece));
  request.on("end", () => {
    const { model } = JSON.parse(Buffer.concat(body).toString()) as { model: string };
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    if (model === "held") hold(response);
    else if (model === "pour") void pour(response);
    else void quick(response);
  });
});
server.keepAliveTimeout = 60_000;
server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
);
process.on("message", (order: UpstreamOrder) => {
  if (order === "release") for (const release of [...held]) release();
  process.send?.({ held: held.size, pouring, pouredBytes, paused } satisfies UpstreamState);
});
process.on("disconnect", () => process.exit());

function chunk(content: string): string {
  return frame({ delta: { content }, finish_reason: null });
}

function frame(choice: object): string {
  return `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, ...choice }] })}\n\n`;
}

const end = `${frame({ delta: {}, finish_reason: "stop" })}data: [DONE]\n\n`;

/** Each chunk is a write of its own, as a model's tokens are. */
async function quick(response: ServerResponse): Promise<void> {
  for (let index = 0; index < quickChunks; index++) {
    response.write(chunk("予算は増額"));
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end(end);
}

function hold(response: ServerResponse): void {
  response.write(chunk("初"));
  const timer = setInterval(() => response.write(chunk("続")), heldEveryMs);
  const release = (): void => {
    clearInterval(timer);
    held.delete(release);
    if (!response.destroyed) response.end(end);
  };
  held.add(release);
  response.on("close", release);
}

async function pour(response: ServerResponse): Promise<void> {
  pouring++;
  response.on("close", () => pouring--);
  for (let written = 0; written < pouredBytesOfStream && !response.destroyed; written += pouredChunk.length) {
    pouredBytes += pouredChunk.length;
    if (response.write(pouredChunk)) continue;
    paused++;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        response.off("drain", go);
        response.off("close", go);
        resolve();
      };
      response.on("drain", go);
      response.on("close", go);
    });
    paused--;
  }
  if (!response.destroyed) response.end(end);
}
