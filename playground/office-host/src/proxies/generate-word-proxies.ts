import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";
import { readWordDeclarations, type WordDeclarations } from "./word-declarations";

/** The newest WordApi set whose members are generated. */
export const generatedWordApi = "1.9";

/** The declarations that the proxies are made from: what `@types/office-js` knows of WordApi 1.1 to 1.9. */
export function wordDeclarations(): WordDeclarations {
  const file = createRequire(import.meta.url).resolve("@types/office-js/index.d.ts");
  return readWordDeclarations(file, generatedWordApi);
}

/**
 * A script with the proxies that the npm office.js (frozen in mid-2022) lacks, up to WordApi 1.9: load it after
 * office.js and before the add-in. It is a table read from `@types/office-js` and the code that applies it to the real
 * `OfficeExtension` runtime; members that office.js has are left as they are. Not to be committed or shipped.
 */
export function generateWordProxies(): string {
  const { classes, enums } = wordDeclarations();
  const source = readFileSync(new URL("./apply-word-proxies.ts", import.meta.url), "utf8");
  const applier = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.CommonJS, removeComments: true },
  }).outputText;
  return [
    "/* Generated from @types/office-js for the emulated Office host. */",
    "(function () {",
    "var exports = {};",
    applier,
    `exports.applyWordProxies(window, ${JSON.stringify({ classes, enums })});`,
    "})();",
    "",
  ].join("\n");
}
