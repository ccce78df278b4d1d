import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Recording } from "./recording";
import { replyToGet } from "./run-contract";

/**
 * Serves recordings over HTTP, whole or in two writes. The second write waits until the first has reached the reader:
 * without that, kernel and runtime join the two and the cut never happens. `observeFetch` stands between the runtime's fetch
 * and the client, hands on every read unchanged, and tells when the cut was seen as the end of a read.
 */
export class RecordingServer {
  /** Requests whose cut reached the client as a boundary between two reads. */
  cutsSeen = 0;
  private readonly waiting = new Map<string, () => void>();
  private readonly server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      if (request.method === "GET") return replyTo(request.url ?? "", response);
      const [, index, cut] = /^\/(\d+)\/(\d+)\//.exec(request.url ?? "") ?? [];
      const recording = this.recordings[Number(index)];
      if (recording === undefined) return void response.writeHead(404).end();
      const { bytes, status, headers } = recording;
      response.writeHead(status, headers);
      const offset = Number(cut);
      if (offset === 0) return void response.end(bytes);
      const sendRest = (): void => void response.end(bytes.subarray(offset));
      this.waiting.set(cutKey(request.url ?? ""), sendRest);
      response.on("close", () => this.waiting.delete(cutKey(request.url ?? "")));
      response.write(bytes.subarray(0, offset));
    });
  });

  constructor(private readonly recordings: Recording[]) {}

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  /** Base URL under which a recording is answered, cut at an offset; 0 is whole. */
  url(index: number, cut: number): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${index}/${cut}/v1`;
  }

  /** Puts the observer between fetch and the clients of this process, for good. */
  observeFetch(): void {
    const original = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const response = await original(input, init);
      const url = input instanceof Request ? input.url : String(input);
      const cut = Number(/\/\d+\/(\d+)\//.exec(url)?.[1] ?? 0);
      const method = input instanceof Request ? input.method : (init?.method ?? "GET");
      if (method === "GET" || cut === 0 || response.body === null) return response;
      return new Response(this.watched(response.body, cut, cutKey(new URL(url).pathname)), response);
    };
  }

  private watched(body: ReadableStream<Uint8Array>, cut: number, key: string): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    let offset = 0;
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          offset += value.length;
          if (offset === cut) {
            this.cutsSeen++;
            this.waiting.get(key)?.();
          }
          controller.enqueue(value);
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    );
  }
}

/** Answers what is asked besides the recorded reply. */
function replyTo(url: string, response: ServerResponse): void {
  const document = replyToGet(new URL(url, "http://localhost").pathname);
  response.writeHead(document === undefined ? 404 : 200, { "Content-Type": "application/json" });
  response.end(JSON.stringify(document ?? {}));
}

/** A recording is asked for at one offset only once at a time. */
function cutKey(path: string): string {
  return path.split("/").slice(1, 3).join("/");
}
