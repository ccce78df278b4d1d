import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { burstBody, largeEvent, oneEvent } from "./bodies";

/**
 * The server of the `client` measure, in a process of its own so that its CPU is not the client's. The model's name
 * says what to send. Tells its port to the parent and ends with it.
 */
const pieces = inPieces(Buffer.from(burstBody()), 16 * 1024);
const single = Buffer.from(oneEvent());
const large = new Map([4, 8, 16].map((megabytes) => [megabytes, Buffer.from(largeEvent(megabytes * 1024 * 1024))]));

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString("latin1")));
  request.on("end", () => {
    const { model } = JSON.parse(body) as { model: string };
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    const megabytes = /^event-(\d+)$/.exec(model)?.[1];
    if (megabytes !== undefined) void send(response, inPieces(large.get(Number(megabytes))!, 16 * 1024));
    else if (model === "one") response.end(single);
    else void send(response, pieces);
  });
});

server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit());

/** Sends piece by piece, each an HTTP chunk of its own, no faster than the client reads. */
async function send(response: ServerResponse, parts: Buffer[]): Promise<void> {
  for (const part of parts) {
    if (!response.write(part)) await new Promise((resolve) => response.once("drain", resolve));
    if (response.destroyed) return;
  }
  response.end();
}

function inPieces(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}
