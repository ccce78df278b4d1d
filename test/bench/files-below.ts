import { readdirSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { MeasurementImpossible } from "./measurement";

/** The files of some kinds in a directory and below it, in order; a file that is named itself is taken whatever its kind. */
export function filesBelow(
  place: string | undefined,
  what: string,
  kinds: ReadonlySet<string>,
): { path: string; file: string }[] {
  if (place === undefined) throw new MeasurementImpossible(`name a directory of ${what}, or one file`);
  try {
    if (!statSync(place).isDirectory()) return [{ path: place, file: place }];
    return readdirSync(place, { recursive: true, encoding: "utf8" })
      .filter((file) => kinds.has(extname(file).toLowerCase()))
      .map((file) => join(place, file))
      .filter((path) => statSync(path).isFile())
      .sort()
      .map((path) => ({ path, file: relative(place, path) }));
  } catch {
    throw new MeasurementImpossible(`${place} cannot be read`);
  }
}
