import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync, createGzip, constants } from "node:zlib";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { ReplyReader } from "@genai-office/shared/gateway";
import { sendByNode } from "../../../relay/src/upstreams/node-http";

let server: Server | undefined;

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void, host = "127.0.0.1") {
  server = createServer(answer);
  await new Promise<void>((resolve) => server!.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

afterEach(async () => {
  const closing = server;
  server = undefined;
  closing?.closeAllConnections();
  await new Promise<void>((resolve) => (closing === undefined ? resolve() : closing.close(() => resolve())));
});

const post = (port: number, body = "{}") => ({
  method: "POST" as const,
  url: `http://127.0.0.1:${port}/v1/chat?x=1`,
  headers: { "Content-Type": "application/json", Authorization: "Bearer key" },
  body,
});

async function textOf(reader: ReplyReader): Promise<string> {
  const decoder = new TextDecoder();
  for (let text = ""; ;) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
}

const never = new AbortController().signal;

describe("sendByNode", () => {
  it("sends method, path, headers and a body in UTF-8, and gives the reply as it came", async () => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (piece: string) => (body += piece));
      request.on("end", () => {
        const { authorization, "content-length": length } = request.headers;
        seen.push(request.method, request.url, authorization, length, body);
        response.writeHead(201, { "X-Request-Id": "abc" }).end("答え");
      });
    });
    const reply = await sendByNode(post(port, '"予算"'), never);
    expect(reply.status).toBe(201);
    expect(reply.header("x-request-id")).toBe("abc");
    expect(await textOf(reply.body!.getReader())).toBe("答え");
    expect(seen).toEqual(["POST", "/v1/chat?x=1", "Bearer key", "8", '"予算"']);
  });

  it("gives out each piece when it comes", async () => {
    let proceed = (): void => undefined;
    const port = await serve((_request, response) => {
      response.write("one");
      proceed = () => response.end("two");
    });
    const reader = (await sendByNode(post(port), never)).body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("one");
    proceed();
    expect(await textOf(reader)).toBe("two");
  });

  it("does not follow a redirect", async () => {
    const port = await serve((_request, response) => response.writeHead(302, { Location: "/elsewhere" }).end());
    expect((await sendByNode(post(port), never)).status).toBe(302);
  });

  it("uses a connection again once a body was read to its end", async () => {
    const ports = new Set<number | undefined>();
    const port = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end("x");
    });
    for (let index = 0; index < 3; index++) await textOf((await sendByNode(post(port), never)).body!.getReader());
    expect(ports.size).toBe(1);
  });

  it("rejects with the code of the system when nobody listens", async () => {
    const port = await serve(() => undefined);
    await new Promise<void>((resolve) => server!.close(() => resolve()));
    server = undefined;
    await expect(sendByNode(post(port), never)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("closes the connection when the signal aborts, before the headers and while the body is read", async () => {
    let closed = 0;
    const port = await serve((request, response) => {
      request.socket.on("close", () => closed++);
      if (request.url === "/v1/body") response.write("begun");
    });
    const early = new AbortController();
    const waiting = sendByNode(post(port), early.signal);
    setTimeout(() => early.abort(), 50);
    await expect(waiting).rejects.toMatchObject({ code: "ECONNRESET" });
    const late = new AbortController();
    const reply = await sendByNode({ ...post(port), url: `http://127.0.0.1:${port}/v1/body` }, late.signal);
    const reader = reply.body!.getReader();
    await reader.read();
    const next = reader.read();
    late.abort();
    await expect(next).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBe(2);
  });

  it("sends nothing when the signal had aborted", async () => {
    let asked = 0;
    const port = await serve((_request, response) => {
      asked++;
      response.end();
    });
    const gone = AbortSignal.abort();
    await expect(sendByNode(post(port), gone)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBe(0);
  });

  it("rejects the read when the body breaks off, after what had come", async () => {
    const port = await serve((_request, response) => {
      response.write("half");
      setTimeout(() => response.destroy(), 50);
    });
    const reader = (await sendByNode(post(port), never)).body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("half");
    await expect(reader.read()).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it.each([
    ["whole", (response: ServerResponse) => response.end(gzipSync("圧縮された答え"))],
    [
      "in pieces",
      (response: ServerResponse) => {
        const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
        gzip.pipe(response);
        gzip.write("圧縮された");
        setTimeout(() => gzip.end("答え"), 50);
      },
    ],
  ])("reads a body that was compressed though nobody asked, %s", async (_name, write) => {
    const port = await serve((_request, response) => {
      response.setHeader("Content-Encoding", "gzip");
      write(response);
    });
    const reply = await sendByNode(post(port), never);
    expect(await textOf(reply.body!.getReader())).toBe("圧縮された答え");
  });

  it("rejects the read when what should be compressed is not", async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { "Content-Encoding": "gzip" }).end("plain");
    });
    const reply = await sendByNode(post(port), never);
    await expect(reply.body!.getReader().read()).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
  });

  it("leaves in the socket what is not read", async () => {
    let written = 0;
    const port = await serve((_request, response) => {
      const piece = Buffer.alloc(256 * 1024);
      while (written < 64 * 1024 * 1024 && response.write(piece)) written += piece.length;
      const more = (): void => {
        while (written < 64 * 1024 * 1024 && response.write(piece)) written += piece.length;
      };
      response.on("drain", () => {
        written += piece.length;
        more();
      });
    });
    const stopping = new AbortController();
    const reader = (await sendByNode(post(port), stopping.signal)).body!.getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(written).toBeLessThan(32 * 1024 * 1024);
    stopping.abort();
  });
});
