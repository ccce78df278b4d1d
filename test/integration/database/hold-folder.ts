import { createDatabase } from "@genai-office/shared/database";

/** A process that opens the embedded database of a folder and keeps it; started by folder-lock.test.ts. */
const [directory = "", what = "open"] = process.argv.slice(2);

async function main(): Promise<void> {
  const database = createDatabase({ kind: "embedded", directory });
  database.claim();
  if (what === "open") {
    await database.open();
    await database.query("create table if not exists written (by integer)");
    await database.query("insert into written values ($1)", [process.pid]);
  }
  process.stdout.write("held\n");
  setInterval(() => undefined, 1_000);
}

main().catch((error: unknown) => {
  process.stdout.write(`refused: ${(error as Error).message}\n`);
  process.exitCode = 1;
});
