import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

type Parameters = Record<string, unknown>;
export type DevtoolsListener = (method: string, parameters: Parameters, sessionId: string | undefined) => void;

/**
 * A freshly started browser, spoken to by the DevTools protocol over pipes. Frames of another origin run in processes of
 * their own and are targets of their own; a test library attaches to them too late to slow them down from their first
 * instruction, hence this.
 */
export class DevtoolsBrowser {
  private readonly waiting = new Map<number, { resolve(result: Parameters): void; reject(error: Error): void }>();
  private readonly listeners = new Set<DevtoolsListener>();
  private nextId = 1;
  private rest = "";

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly input: Writable,
    output: Readable,
  ) {
    output.setEncoding("utf8");
    output.on("data", (piece: string) => this.read(piece));
    const end = () => {
      for (const { reject } of this.waiting.values()) reject(new Error("the browser ended"));
      this.waiting.clear();
    };
    // A browser that is stopped closes its pipes in the middle of a sentence.
    for (const source of [child, input, output]) source.on("error", end);
    child.on("exit", end);
  }

  /** Starts a browser with an empty profile: nothing is cached, no code is compiled yet. */
  static async start(executable: string): Promise<DevtoolsBrowser> {
    const folder = await mkdtemp(join(tmpdir(), "pane-measure-"));
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--ignore-certificate-errors",
      "--remote-debugging-pipe",
      `--user-data-dir=${folder}`,
      // Its own language depends on what is installed; that of the pages does not.
      "--lang=ja",
      "--accept-lang=ja-JP,ja",
    ];
    const child = spawn(executable, [...flags, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    return new DevtoolsBrowser(child, folder, child.stdio[3] as Writable, child.stdio[4] as Readable);
  }

  /** Sends a command, to the browser or to a session; rejects when the browser refuses it. */
  send(method: string, parameters: Parameters = {}, sessionId?: string): Promise<Parameters> {
    const id = this.nextId;
    this.nextId += 1;
    const message = { id, method, params: parameters, ...(sessionId === undefined ? {} : { sessionId }) };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.input.write(`${JSON.stringify(message)}\0`);
    });
  }

  on(listener: DevtoolsListener): void {
    this.listeners.add(listener);
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.child.once("exit", () => resolve()));
    if (this.child.exitCode === null) {
      this.child.kill("SIGKILL");
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private read(piece: string): void {
    const messages = (this.rest + piece).split("\0");
    this.rest = messages.pop() ?? "";
    for (const text of messages) this.receive(JSON.parse(text) as Message);
  }

  private receive(message: Message): void {
    if (message.id === undefined) {
      for (const listener of this.listeners) listener(message.method ?? "", message.params ?? {}, message.sessionId);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error !== undefined) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result ?? {});
  }
}

interface Message {
  id?: number;
  method?: string;
  params?: Parameters;
  sessionId?: string;
  result?: Parameters;
  error?: { message: string };
}
