import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyChain } from "../../../relay/src/audit/verify-chain";
import { backUp, restore } from "../../../relay/src/database/backup";
import { openDatabase } from "../../../relay/src/database/open-database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";

jest.setTimeout(90_000);

const repository = join(__dirname, "../../..");

/** As an administrator does it. */
function command(directory: string, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(repository, "relay/src/database/backup-command.ts"), ...args],
    { cwd: repository, encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", DATABASE_DIRECTORY: directory } },
  );
  return { status, said: (stdout + stderr).trim() };
}

test("what was backed up is there after it was restored into a new folder; nothing is ever overwritten", async () => {
  const folder = mkdtempSync(join(tmpdir(), "relay-backup-"));
  const directory = await temporaryDatabaseFolder();
  try {
    const file = join(folder, "backup.tar.gz");
    const database = await openDatabase({ kind: "embedded", directory });
    await database.query("select audit_append($1::text[])", [
      ['{"v":1,"kind":"admin","act":"予算"}', '{"v":1,"kind":"admin"}'],
    ]);
    const running = command(directory, "--to", file);
    expect(running).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^the database folder .* is in use by/) as string,
    });
    await database.close();

    const [from, other] = [{ kind: "embedded", directory } as const, join(folder, "other")];
    expect(await backUp(from, file)).toBe(2);
    await expect(backUp(from, file)).rejects.toThrow("already");
    await expect(restore(from, file)).rejects.toThrow("already");

    expect(command(other, "--from", file)).toEqual({
      status: 0,
      said: `Database in ${other}: 2 entries of the audit, chain intact.`,
    });
    const restored = await openDatabase({ kind: "embedded", directory: other });
    expect(await verifyChain(restored)).toMatchObject({ intact: true, entries: 2 });
    expect(await restored.query("select data ->> 'act' as act from audit_entries order by sequence limit 1")).toEqual([
      { act: "予算" },
    ]);
    await restored.close();

    const junk = join(folder, "junk.tar.gz");
    writeFileSync(junk, "no archive");
    await expect(restore({ kind: "embedded", directory: join(folder, "third") }, junk)).rejects.toThrow(
      /cannot be used as a backup/,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(directory, { recursive: true, force: true });
  }
});
