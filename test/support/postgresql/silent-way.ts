import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a server that can go silent without closing, as a network that drops packets or a process that was stopped. */
export interface SilentWay {
  port: number;
  /** Nothing comes through any more, in either direction. What is sent meanwhile is kept, or lost with `swallow`. */
  hush(how?: { swallow: boolean }): void;
  /** What was kept comes through, and everything from now on. */
  resume(): void;
  close(): Promise<void>;
}

/** @param port of the server on the loopback */
export async function silentWay(port: number): Promise<SilentWay> {
  const sockets = new Set<Socket>();
  const kept: [to: Socket, data: Buffer][] = [];
  let silent: { swallow: boolean } | undefined;
  const forward = (to: Socket) => (data: Buffer) => {
    if (silent === undefined) to.write(data);
    else if (!silent.swallow) kept.push([to, data]);
  };
  const server = createServer((incoming) => {
    const outgoing = connect(port, "127.0.0.1");
    incoming.on("data", forward(outgoing));
    outgoing.on("data", forward(incoming));
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        if (silent === undefined) other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hush: (how = { swallow: false }) => void (silent = how),
    resume() {
      silent = undefined;
      for (const [to, data] of kept.splice(0)) if (!to.destroyed) to.write(data);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
