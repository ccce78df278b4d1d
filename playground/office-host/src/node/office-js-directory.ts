import { createRequire } from "node:module";
import { dirname } from "node:path";

/**
 * The `dist` folder of the installed `@microsoft/office-js`. `OFFICE_JS_DIR` puts another copy in its place, such as
 * the files of the CDN, to see whether everything still holds there.
 */
export function officeJsDirectory(): string {
  const configured = process.env["OFFICE_JS_DIR"];
  if (configured !== undefined && configured !== "") return configured;
  return dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
}
