import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MeasurementImpossible } from "../measurement";

/** A relay in a process of its own, started as in production. */
export interface RelayProcess {
  port: number;
  /** Resident memory now, MB; null where the system does not tell. */
  memoryMb(): number | null;
  /** Processor time used so far, milliseconds (to 10); null where the system does not tell. */
  cpuMs(): number | null;
  /** Ends it as a service manager does. `look` sees what it left on disk, which is removed afterwards. */
  stop<Seen = void>(look?: (dataFolder: string) => Promise<Seen>): Promise<Seen>;
  /** Ends it as a crash does (SIGKILL). What it left on disk stays until the same relay was started again and stopped. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on what it left. */
  again(): Promise<RelayProcess>;
}

const mainFile = fileURLToPath(new URL("../../../relay/src/main.ts", import.meta.url));

const models = ["quick", "held", "pour"];

/** Starts `relay/src/main.ts` before a model server; its log goes to a file, as it would be collected. It ends with this process. */
export async function startRelayProcess(
  upstreamPort: number,
  environment: Record<string, string> = {},
): Promise<RelayProcess> {
  return startIn(mkdtempSync(join(tmpdir(), "relay-load-")), upstreamPort, environment);
}

async function startIn(
  folder: string,
  upstreamPort: number,
  environment: Record<string, string>,
): Promise<RelayProcess> {
  const modelsFile = join(folder, "models.json");
  writeFileSync(modelsFile, JSON.stringify({ models: models.map(card), default: { summarize: "quick" } }));
  const dataFolder = environment["DATABASE_DIRECTORY"] ?? join(folder, "data");
  const log = openSync(join(folder, "relay.log"), "a");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--import", new URL("end-with-parent.mjs", import.meta.url).href, mainFile],
    {
      stdio: ["ignore", log, "pipe", "ipc"],
      env: {
        PATH: process.env["PATH"] ?? "",
        RELAY_PORT: "0",
        RELAY_STATIC_ROOT: folder,
        MODELS_FILE: modelsFile,
        DATABASE_DIRECTORY: dataFolder,
        GENAI_UPSTREAM_URL: `http://127.0.0.1:${upstreamPort}/v1`,
        ...environment,
      },
    },
  );
  closeSync(log);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  const port = await new Promise<number>((resolve, reject) => {
    child.stderr?.on("data", (piece: Buffer) => {
      said += piece.toString();
      const found = /^Relay on http:\/\/localhost:(\d+)/m.exec(said)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once("exit", () => reject(new MeasurementImpossible(`the relay did not start: ${said.trim()}`)));
  });
  return {
    port,
    memoryMb: () => residentMb(child.pid),
    cpuMs: () => processorMs(child.pid),
    async stop<Seen>(look?: (dataFolder: string) => Promise<Seen>) {
      child.kill("SIGTERM");
      await exited;
      try {
        return (await look?.(dataFolder)) as Seen;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    again: () => startIn(folder, upstreamPort, environment),
  };
}

function residentMb(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

function processorMs(pid: number | undefined): number | null {
  try {
    // The name in the second field may hold spaces; after it, user and system time are the 12th and 13th (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isNaN(ticks) ? null : ticks * 10;
  } catch {
    return null;
  }
}

function card(id: string): object {
  return {
    id,
    name: { ja: id, en: id },
    maker: "stand-in",
    domestic: false,
    contract: "openai",
    contextTokens: 32_000,
    outputTokens: 4_000,
    tokensPerCharacter: 1,
    clearance: "1",
    region: "other",
    tasks: ["summarize"],
    languages: ["ja"],
    assumed: [],
  };
}
