import { createHash } from "node:crypto";
import type { ClientUnderTest } from "./client-under-test";
import { openaiSdk } from "./openai-sdk";
import { ours } from "./ours";
import { raw } from "./raw";

/** Asks a client process for a number of requests, one after the other. */
export interface Order {
  model: string;
  requests: number;
}

/** What they cost. `textHash` is that of the last answer's words. */
export interface Cost {
  cpuMicros: number;
  wallMs: number;
  textHash: string;
  characters: number;
  finish: string | null;
}

/**
 * One client in a process of its own: `process.cpuUsage` then counts its work, its garbage collection and its compiling
 * and nobody else's, and no client warms up or litters the heap of another.
 */
const clients: Record<string, ClientUnderTest> = { ours, raw, openai: openaiSdk };
const [name, baseUrl] = process.argv.slice(2) as [string, string];
const client = clients[name]!;

process.on("message", (order: Order) => {
  void run(order).then(
    (cost) => process.send?.(cost),
    (error: unknown) => {
      process.stderr.write(`${name}: ${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

async function run({ model, requests }: Order): Promise<Cost> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  let answer = { text: "", finish: null as string | null };
  for (let request = 0; request < requests; request++) answer = await client(baseUrl, model);
  const wallMs = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  const textHash = createHash("sha256").update(answer.text).digest("hex");
  return { cpuMicros: user + system, wallMs, textHash, characters: answer.text.length, finish: answer.finish };
}
