import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { dataFolder, openEmbedded } from "@genai-office/shared/database";

/**
 * A new folder for an embedded database. Making PostgreSQL's own files takes some seconds, so one set is made for this
 * machine and version, and copied.
 */
export async function temporaryDatabaseFolder(): Promise<string> {
  const template = await preparedFolder();
  const folder = mkdtempSync(join(tmpdir(), "relay-database-"));
  cpSync(template, folder, { recursive: true });
  return folder;
}

async function preparedFolder(): Promise<string> {
  const shared = JSON.parse(readFileSync(new URL("../../shared/package.json", import.meta.url), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const version = shared.dependencies["@electric-sql/pglite"] ?? "unknown";
  const parent = join(tmpdir(), `relay-database-template-${userInfo().uid}`);
  const prepared = join(parent, version);
  if (existsSync(prepared)) return prepared;
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const making = mkdtempSync(join(parent, "making-"));
  await (await openEmbedded(making)).close();
  try {
    renameSync(making, prepared);
  } catch (error) {
    // Another test file was faster.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(prepared, dataFolder))) throw error;
  }
  return prepared;
}
