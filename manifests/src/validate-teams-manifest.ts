import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { teamsSchemaVersion } from "./teams-schema-version";

/** Folder of the schemas inside Microsoft's package; they are JSON Schema draft 04. */
function schemaPath(name: string, version: string): string {
  const main = createRequire(import.meta.url).resolve("@microsoft/app-manifest/package.json");
  return main.replace(/package\.json$/, `build/json-schemas/teams/v${version}/${name}.schema.json`);
}

/**
 * Checks a Teams manifest against Microsoft's own schema, offline.
 *
 * @returns problems as lines with the exact place; empty when there is none
 */
export function validateTeamsManifest(manifest: unknown, version = teamsSchemaVersion): string[] {
  return problemsOf(manifest, schemaPath("MicrosoftTeams", version));
}

/**
 * Checks a language file of a Teams package: by Microsoft's schema, and that it translates every text that the manifest has
 * at such a place and none that it has not. Teams takes the Japanese one for what is missing, without a word.
 *
 * @returns problems as lines with the exact place; empty when there is none
 */
export function validateTeamsLanguageFile(
  file: Readonly<Record<string, string>>,
  manifest: unknown,
  version = teamsSchemaVersion,
): string[] {
  const path = schemaPath("MicrosoftTeams.Localization", version);
  const { properties, patternProperties } = JSON.parse(readFileSync(path, "utf8")) as LanguageSchema;
  const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
  const translatable = textPaths(manifest, "").filter(
    (place) => (place in properties && !place.startsWith("$")) || patterns.some((pattern) => pattern.test(place)),
  );
  const translated = Object.keys(file).filter((place) => !place.startsWith("$"));
  return [
    ...problemsOf(file, path),
    ...translatable.filter((place) => !translated.includes(place)).map((place) => `${place} is not translated`),
    ...translated
      .filter((place) => !translatable.includes(place))
      .map((place) => `${place} is no text of the manifest`),
  ];
}

interface LanguageSchema {
  properties: object;
  patternProperties: object;
}

/** Paths of all texts of a value, as language files write them: `bots[0].commandLists[0].commands[1].title`. */
function textPaths(value: unknown, path: string): string[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textPaths(part, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}

function problemsOf(value: unknown, schemaFile: string): string[] {
  const schema = JSON.parse(readFileSync(schemaFile, "utf8")) as object;
  // Some of Microsoft's patterns escape more than a pattern of Unicode may.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv as never);
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message ?? "is wrong"}`);
}
