import { spawnSync } from "node:child_process";
import { closeSync, constants, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { ConfigurationError } from "../configuration-error";

/** Thrown when another process, or another part of this one, has the folder. */
export class FolderInUseError extends ConfigurationError {
  constructor(directory: string, holder: string) {
    super(
      `the database folder ${directory} is in use by ${holder}: stop it, or set DATABASE_DIRECTORY to another folder`,
    );
    this.name = "FolderInUseError";
  }
}

export interface FolderLock {
  release(): void;
}

/** Beside the data, not in it: a backup of the data takes no lock along. */
const lockName = "lock";

/**
 * Takes a folder for this process. Two processes on one folder of the embedded database lose data silently, and it has no
 * lock of its own.
 *
 * The lock is one of the operating system on an open file (flock), never a mere file with a process number in it: it is
 * taken in one step, so two starters cannot both have it; it ends with its holder however that dies, so none is ever stale;
 * and it holds between containers that share a volume, where process numbers mean nothing. Node has no call for it:
 * - Linux: `flock` (util-linux, busybox) locks the file we opened; the lock belongs to the open file, not to that program;
 * - macOS and Windows: the flag of open(2), or of CreateFile through libuv, that opens a file for one process only.
 * The file is kept when the lock is let go: who deletes a lock file lets two processes lock two files of one name.
 *
 * @throws FolderInUseError, ConfigurationError one line: in use by whom, or why no lock could be taken
 */
export function lockFolder(directory: string): FolderLock {
  let file: number;
  const path = join(directory, lockName);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    file = openSync(path, constants.O_RDWR | constants.O_CREAT | exclusiveOpen(), 0o600);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "?";
    if (["EAGAIN", "EWOULDBLOCK", "EBUSY"].includes(code)) throw inUse(directory, path);
    throw new ConfigurationError(`the database folder ${directory} cannot be used (${code})`);
  }
  if (process.platform !== "darwin" && process.platform !== "win32" && !lockWithTool(file, directory)) {
    closeSync(file);
    throw inUse(directory, path);
  }
  ftruncateSync(file);
  writeSync(file, `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}\n`, 0);
  let held = true;
  return {
    release() {
      if (held) closeSync(file);
      held = false;
    },
  };
}

/** O_EXLOCK | O_NONBLOCK of open(2) on macOS; UV_FS_O_EXLOCK on Windows, where it means that nothing is shared. */
function exclusiveOpen(): number {
  if (process.platform === "darwin") return 0x20 | 0x4;
  return process.platform === "win32" ? 0x1000_0000 : 0;
}

function lockWithTool(file: number, directory: string): boolean {
  // The file becomes descriptor 3 of the tool, and is the same open file there.
  const { status, error } = spawnSync("flock", ["-x", "-n", "3"], { stdio: ["ignore", "ignore", "ignore", file] });
  if (status === 0) return true;
  if (status === 1) return false;
  closeSync(file);
  throw new ConfigurationError(
    `the database folder ${directory} cannot be locked (${(error as NodeJS.ErrnoException | undefined)?.code ?? `flock ended with ${String(status)}`}): install flock (package util-linux), or set DATABASE_URL`,
  );
}

function inUse(directory: string, path: string): FolderInUseError {
  let holder: string;
  try {
    holder = /^process \d+ on \S+ since \S+/.exec(readFileSync(path, "utf8"))?.[0] ?? "another process";
  } catch {
    // Windows lets nobody read a file that is opened for one process.
    holder = "another process";
  }
  return new FolderInUseError(directory, holder);
}
