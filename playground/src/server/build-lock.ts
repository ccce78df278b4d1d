import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs `work` while no other process holds the lock file: two bundlers on one folder leave a mixture behind.
 * A lock whose process is gone is taken over. `onWait` is called once when another process holds it.
 */
export async function withLock(file: string, work: () => Promise<void>, onWait?: () => void): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  for (let waits = 0; !(await take(file)); waits++) {
    if (waits === 0) onWait?.();
    await pause(200);
  }
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  // Linked into place with its content, so that a lock is never seen empty.
  const own = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(own, { force: true });
  }
  const holder = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (holder !== undefined && !isAlive(Number(holder))) await rm(file, { force: true });
  return false;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: there, but not ours.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
