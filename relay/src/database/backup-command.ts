import { parseArgs } from "node:util";
import { parseAnchor } from "../audit/parse-anchor";
import type { ChainAnchor } from "../audit/verify-chain";
import { ConfigurationError, readDatabaseSettings } from "@genai-office/shared/database";
import { reader } from "../config/read-environment";
import { backUp, restore } from "./backup";
import { verifyDatabase } from "./verify-database";

const usage =
  "usage: npm run backup -- --to FILE | --from FILE | --verify   [--anchor N:HASH ...]   (DATABASE_DIRECTORY names the folder)";

/**
 * `npm run backup`: `--to FILE` writes a backup of the embedded database, `--from FILE` makes a new one of it, `--verify` only
 * verifies the chain of the audit, also on a PostgreSQL server. Each compares the chain with the anchors that are given.
 */
async function main(args: string[]): Promise<string> {
  const { to, from, verify, anchors } = readArguments(args);
  const settings = readDatabaseSettings(reader(process.env));
  const agreed = anchors.length === 0 ? "" : `, as the ${anchors.length === 1 ? "anchor says" : "anchors say"}`;
  if (verify) {
    const { entries, from: first, head } = await verifyDatabase(settings, anchors);
    return `Audit: ${entries} entries from number ${first} on, chain intact${agreed}. Anchor of its end: ${head.sequence}:${head.hash}`;
  }
  if (settings.kind === "postgresql") {
    throw new ConfigurationError(
      "DATABASE_URL is set: a PostgreSQL server is backed up with its own tools, such as pg_dump",
    );
  }
  const entries = to === undefined ? await restore(settings, from!, anchors) : await backUp(settings, to, anchors);
  const where = to === undefined ? `Database in ${settings.directory}` : `Backup in ${to}`;
  return `${where}: ${entries} entries of the audit, chain intact${agreed}.`;
}

interface Asked {
  to?: string;
  from?: string;
  verify: boolean;
  anchors: ChainAnchor[];
}

function readArguments(args: string[]): Asked {
  const options = {
    to: { type: "string" },
    from: { type: "string" },
    verify: { type: "boolean" },
    anchor: { type: "string", multiple: true },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
  try {
    ({ values } = parseArgs({ args, options }));
  } catch {
    // Its messages are for programmers; what to write says more.
    throw new ConfigurationError(usage);
  }
  const { to, from, verify = false, anchor = [] } = values;
  if ([to !== undefined, from !== undefined, verify].filter(Boolean).length !== 1) throw new ConfigurationError(usage);
  const anchors = anchor.map((text) => {
    const parsed = parseAnchor(text);
    if (parsed === undefined)
      throw new ConfigurationError('--anchor takes number and hash of a line "audit anchor" of the log: N:HASH');
    return parsed;
  });
  return { ...(to === undefined ? {} : { to }), ...(from === undefined ? {} : { from }), verify, anchors };
}

main(process.argv.slice(2)).then(
  (line) => process.stdout.write(`${line}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigurationError ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  },
);
