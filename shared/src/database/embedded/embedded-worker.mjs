// The thread of the embedded database: PostgreSQL as WebAssembly holds a thread while it works, and the relay's own thread
// has streams to carry. Plain JavaScript, so that it starts without a loader. Messages: worker-messages.ts.
import { existsSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { Mutex, PGlite, types } from "@electric-sql/pglite";
import { preparedStatements } from "./prepared-statements.mjs";

// The same values as from a server (postgresql-database.ts): numbers for bigint and numeric, dates without time as text.
const parsers = {
  [types.INT8]: Number,
  [types.NUMERIC]: Number,
  [types.DATE]: (text) => text,
  [types.TIMESTAMP]: (text) => text,
};

/** @type {PGlite | undefined} */
let database;

/** Asks a prepared statement. @type {ReturnType<typeof preparedStatements> | undefined} */
let prepared;

/** Held by a transaction to its end, and by a prepared statement, which would otherwise become a part of it. */
const turn = new Mutex();

/** Transactions that are open: how to end each, and what to ask meanwhile. @type {Map<number, object>} */
const transactions = new Map();

function queriesOf(transaction) {
  if (transaction === undefined) return database;
  const found = transactions.get(transaction);
  if (found === undefined) throw Object.assign(new Error("no such transaction"), { code: "25P01" });
  return found.queries;
}

async function begin(transaction) {
  await turn.acquire();
  return new Promise((begun, failed) => {
    const running = database.transaction(
      (queries) =>
        new Promise((commit, rollback) => {
          transactions.set(transaction, { queries, commit, rollback, ended: () => running });
          begun([]);
        }),
    );
    // Before it began: the reason. Afterwards `end` waits for the same promise.
    running.catch(failed).finally(() => turn.release());
  });
}

async function end(transaction, how) {
  const found = transactions.get(transaction);
  if (found === undefined) throw Object.assign(new Error("no such transaction"), { code: "25P01" });
  transactions.delete(transaction);
  const asked = new Error("rolled back as asked");
  if (how === "commit") found.commit();
  else found.rollback(asked);
  await found.ended().catch((error) => {
    if (error !== asked) throw error;
  });
  return [];
}

async function openAt(directory) {
  database = await PGlite.create({ dataDir: directory, parsers });
  prepared = preparedStatements(database, parsers);
}

async function perform(request) {
  switch (request.kind) {
    case "open":
      if (!existsSync(request.directory)) await make(request.directory, {});
      await openAt(request.directory);
      return [];
    case "restore":
      if (existsSync(request.directory)) throw Object.assign(new Error("there is data already"), { code: "EEXIST" });
      await make(request.directory, { loadDataDir: new Blob([await readFile(request.file)]) });
      await openAt(request.directory);
      return [];
    case "often":
      return turn.runExclusive(() => prepared(request.sql, request.values));
    case "query":
      return (await queriesOf(request.transaction).query(request.sql, [...request.values])).rows;
    case "script":
      await queriesOf(request.transaction).exec(request.sql);
      return [];
    case "begin":
      return begin(request.transaction);
    case "commit":
    case "rollback":
      return end(request.transaction, request.kind);
    case "dump":
      return dump(request.file);
    case "close":
      await database?.close();
      return [];
  }
}

/** Under another name until it is whole: a folder that was left half made would be taken for a database. */
async function make(directory, options) {
  const making = `${directory}.making`;
  await rm(making, { recursive: true, force: true });
  const made = await PGlite.create({ dataDir: making, ...options });
  await made.close();
  await rename(making, directory);
}

async function dump(file) {
  const archive = await database.dumpDataDir("gzip");
  const target = await open(file, "wx", 0o600);
  try {
    await target.writeFile(Buffer.from(await archive.arrayBuffer()));
    await target.sync();
  } finally {
    await target.close();
  }
  return [];
}

parentPort.on("message", (request) => {
  perform(request).then(
    (rows) => parentPort.postMessage({ id: request.id, rows }),
    // The message of the error stays here: it quotes values.
    (error) => parentPort.postMessage({ id: request.id, code: typeof error?.code === "string" ? error.code : "XX000" }),
  );
});
