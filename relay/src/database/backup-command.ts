import { ConfigurationError } from "../config/configuration-error";
import { backUp, restore } from "./backup";
import { defaultDatabaseDirectory } from "./read-database-settings";

const usage = "usage: npm run backup -- --to FILE | --from FILE   (DATABASE_DIRECTORY names the folder)";

/** `npm run backup`: `--to FILE` writes a backup of the embedded database, `--from FILE` makes a new one of it. */
async function main([flag, file, ...rest]: string[]): Promise<string> {
  if (file === undefined || rest.length > 0 || (flag !== "--to" && flag !== "--from")) {
    throw new ConfigurationError(usage);
  }
  if ((process.env["DATABASE_URL"] ?? "") !== "") {
    throw new ConfigurationError(
      "DATABASE_URL is set: a PostgreSQL server is backed up with its own tools, such as pg_dump",
    );
  }
  const named = process.env["DATABASE_DIRECTORY"] ?? "";
  const directory = named === "" ? defaultDatabaseDirectory : named;
  const settings = { kind: "embedded", directory } as const;
  const entries = flag === "--to" ? await backUp(settings, file) : await restore(settings, file);
  return `${flag === "--to" ? `Backup in ${file}` : `Database in ${directory}`}: ${entries} entries of the audit, chain intact.`;
}

main(process.argv.slice(2)).then(
  (line) => process.stdout.write(`${line}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigurationError ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  },
);
