import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FolderInUseError, lockFolder, openDatabase } from "@genai-office/shared/database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";

describe("the lock of a database folder", () => {
  const folders: string[] = [];
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) await ended(child, "SIGKILL");
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function emptyFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), "relay-lock-"));
    folders.push(folder);
    return folder;
  }

  async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await exit;
  }

  /** Starts another process on a folder; resolves with the child and the one line it says. */
  function start(folder: string, what: "open" | "claim"): Promise<{ child: ChildProcess; line: string }> {
    const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "hold-folder.ts"), folder, what], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { PATH: process.env["PATH"] ?? "" },
    });
    children.push(child);
    return new Promise((resolve, reject) => {
      let said = "";
      child.stdout?.on("data", (piece: Buffer) => {
        said += piece.toString();
        if (said.includes("\n")) resolve({ child, line: said.trim() });
      });
      child.once("exit", () => reject(new Error(`ended without a word: ${said}`)));
    });
  }

  test("of processes that start at once exactly one has it; the others say so in one line", async () => {
    const folder = emptyFolder();
    const lines = (await Promise.all([1, 2, 3, 4].map(() => start(folder, "claim")))).map(({ line }) => line);
    expect(lines.filter((line) => line === "held")).toHaveLength(1);
    for (const line of lines.filter((one) => one !== "held")) {
      expect(line).toMatch(
        /^refused: the database folder .* is in use by (process \d+ on \S+ since \S+|another process): stop it/,
      );
      expect(line).not.toContain("\n");
    }
  });

  test("ends with its holder, however that ended, and what was committed is there", async () => {
    const folder = await temporaryDatabaseFolder();
    folders.push(folder);
    const { child, line } = await start(folder, "open");
    expect(line).toBe("held");
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${child.pid} on`);
    await ended(child, "SIGKILL");
    const database = await openDatabase({ kind: "embedded", directory: folder });
    try {
      expect(await database.query("select by from written")).toEqual([{ by: child.pid }]);
    } finally {
      await database.close();
    }
  });

  test("a file that tells of a process that is running now is no lock", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "lock"), `process ${process.pid} on here since now\n`);
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    lock.release();
    lockFolder(folder).release();
  });

  test("a folder that was left half made is made anew", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "pgdata.making"));
    writeFileSync(join(folder, "pgdata.making", "PG_VERSION"), "18\n");
    const database = await openDatabase({ kind: "embedded", directory: folder });
    expect(await database.query("select 1 as one")).toEqual([{ one: 1 }]);
    await database.close();
  });
});
