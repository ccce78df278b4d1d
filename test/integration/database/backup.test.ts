import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyChain } from "../../../relay/src/audit/verify-chain";
import { backUp, restore } from "../../../relay/src/database/backup";
import { openDatabase } from "@genai-office/shared/database";
import { verifyDatabase } from "../../../relay/src/database/verify-database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";

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

    const there = { kind: "embedded", directory: other } as const;
    const { head } = await verifyDatabase(there, []);
    expect(command(other, "--verify", "--anchor", `2:${head.hash}`)).toEqual({
      status: 0,
      said: `Audit: 2 entries from number 1 on, chain intact, as the anchor says. Anchor of its end: 2:${head.hash}`,
    });
    const another = { sequence: 1, hash: "a".repeat(64) };
    await expect(verifyDatabase(there, [head, another])).rejects.toThrow("broken at entry 1 (anchor)");
    await expect(backUp(there, join(folder, "no"), [{ ...another, sequence: 3 }])).rejects.toThrow(
      "at entry 3 (cut-off)",
    );

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

test("a folder without a database is not made one: the name is wrong then", async () => {
  const folder = mkdtempSync(join(tmpdir(), "relay-backup-"));
  try {
    const settings = { kind: "embedded", directory: join(folder, "relay-dat") } as const;
    const expected = `there is no database in the folder ${settings.directory}: DATABASE_DIRECTORY names it`;
    await expect(backUp(settings, join(folder, "backup.tar.gz"))).rejects.toThrow(expected);
    await expect(verifyDatabase(settings, [])).rejects.toThrow(expected);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
