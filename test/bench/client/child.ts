import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MeasurementImpossible } from "../measurement";

/** A helper process of a measure that answers one message at a time. It ends when the channel does. */
export class Child {
  private constructor(private readonly process: ChildProcess) {}

  /** Starts a TypeScript file and waits for its first message. */
  static async start<First>(file: URL, ...args: string[]): Promise<{ child: Child; first: First }> {
    const path = fileURLToPath(file);
    const child = new Child(
      fork(path, args, { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "inherit", "ipc"] }),
    );
    return { child, first: await child.next<First>() };
  }

  /** Sends a message and waits for the answer. */
  async ask<Reply>(message: object): Promise<Reply> {
    const reply = this.next<Reply>();
    this.process.send(message);
    return reply;
  }

  stop(): void {
    this.process.removeAllListeners();
    if (this.process.connected) this.process.disconnect();
  }

  private next<Message>(): Promise<Message> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void =>
        reject(new MeasurementImpossible(`a helper process ended with ${String(code)}`));
      this.process.once("exit", ended);
      this.process.once("message", (message) => {
        this.process.off("exit", ended);
        resolve(message as Message);
      });
    });
  }
}
