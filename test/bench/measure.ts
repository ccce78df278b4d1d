import { readdirSync, writeFileSync } from "node:fs";
import { MeasurementImpossible, type Measure } from "./measurement";

/** `npm run measure -- NAME [ARGS] [--out FILE]`: a table, and last one line of JSON. Exit 2 when it could not be made. */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const names = readdirSync(new URL("./measures/", import.meta.url))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3));
  const name = args.shift();
  if (name === undefined || !names.includes(name)) {
    process.stderr.write(`measure: name one of: ${names.join(", ")}\n`);
    return 2;
  }
  const outAt = args.indexOf("--out");
  const out = outAt === -1 ? undefined : args.splice(outAt, 2)[1];
  try {
    const { measure } = (await import(`./measures/${name}.ts`)) as { measure: Measure };
    const { table, json } = await measure(args);
    const line = JSON.stringify(json);
    if (out !== undefined) writeFileSync(out, line + "\n");
    await new Promise<void>((resolve) => process.stdout.write(`${table}\n${line}\n`, () => resolve()));
    return 0;
  } catch (error) {
    // One line, as for a fault of the caller; a defect of ours says where it is.
    const { message, stack = "" } = error as Error;
    const place = error instanceof MeasurementImpossible ? "" : ` (${stack.split("\n")[1]?.trim() ?? "?"})`;
    process.stderr.write(`measure ${name}: ${message.replace(/\s*\n\s*/g, " ")}${place}\n`);
    return 2;
  }
}

process.exitCode = await main();
// A measure may leave keep-alive sockets behind; what it had to say is written.
process.exit();
