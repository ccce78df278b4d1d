import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { teamsSchemaVersion } from "./teams-manifest";

/** Folder of the schemas inside Microsoft's package; they are JSON Schema draft 04. */
function schemaPath(version: string): string {
  const main = createRequire(import.meta.url).resolve("@microsoft/app-manifest/package.json");
  return main.replace(/package\.json$/, `build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`);
}

/**
 * Checks a Teams manifest against Microsoft's own schema, offline.
 *
 * @returns problems as lines with the exact place; empty when there is none
 */
export function validateTeamsManifest(manifest: unknown, version = teamsSchemaVersion): string[] {
  const schema = JSON.parse(readFileSync(schemaPath(version), "utf8")) as object;
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv as never);
  const validate = ajv.compile(schema);
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message ?? "is wrong"}`);
}
