import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Where a package keeps when it was made. */
const coreProperties = "docProps/core.xml";
/** The earliest that a zip can hold. */
const zipTime = new Date("1980-01-01T00:00:00");

/**
 * A package whose bytes depend on its content alone: the same parts in the same order give the same file, whenever it is
 * written. For packages we have just written ourselves; others belong under limits.
 * @param created stands in the properties as the time of writing
 */
export function steadyPackage(bytes: Uint8Array, created: Date): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts[coreProperties];
  if (core !== undefined) {
    const moment = `${created.toISOString().slice(0, 19)}Z`;
    parts[coreProperties] = strToU8(
      strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_whole, tag: string) => tag + moment),
    );
  }
  return zipSync(parts, { mtime: zipTime, level: 6 });
}
