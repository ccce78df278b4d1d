import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MeasurementImpossible } from "../measurement";

/** A bot in a process of its own. */
export interface NodeProcess {
  /** Messaging endpoint. */
  url: string;
  /** Resident memory now, MB; null where the system does not tell. */
  memoryMb(): number | null;
  /** As a service manager ends it. */
  stop(): Promise<void>;
  /** As a crash does (SIGKILL). */
  kill(): Promise<void>;
}

/** A process that has everything loaded, and takes part from `start` on. */
export interface PreparedNode {
  start(): Promise<NodeProcess>;
  /** Ends one that is not needed. */
  discard(): Promise<void>;
}

/** Loads `bot-node.ts` or `echo-bot.ts`. */
export async function prepareNode(
  file: "bot-node.ts" | "echo-bot.ts",
  environment: Record<string, string>,
): Promise<PreparedNode> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { PATH: process.env["PATH"] ?? "", BOT_PORT: "0", ...environment },
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const next = <Message>(): Promise<Message> =>
    new Promise((resolve, reject) => {
      const failed = (code: number | null): void =>
        reject(new MeasurementImpossible(`a bot ended with ${String(code)} as it started`));
      child.once("exit", failed);
      child.once("message", (told) => {
        child.off("exit", failed);
        resolve(told as Message);
      });
    });
  await next();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  return {
    discard: () => end("SIGKILL"),
    async start() {
      child.send({ start: true });
      const { url } = await next<{ url: string }>();
      return {
        url: `${url}/api/messages`,
        memoryMb: () => residentMb(child.pid),
        stop: () => end("SIGTERM"),
        kill: () => end("SIGKILL"),
      };
    },
  };
}

function residentMb(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
