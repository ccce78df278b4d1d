import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCatalogue, type ModelCatalogue } from "@genai-office/shared/models/catalogue";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { ConfigurationError } from "@genai-office/shared/database";
import { parseJson } from "./parse-json";

/** The catalogue that comes with the relay: the embedded engine alone. */
export const defaultModelsFile = fileURLToPath(new URL("../../config/models.json", import.meta.url));

/**
 * Reads a catalogue file.
 * @throws ConfigurationError that names the file, and in it the card and the field
 */
export function readModelsFile(path: string): ModelCatalogue {
  try {
    return readCatalogue(parseJson(readFileSync(path, "utf8")));
  } catch (error) {
    if (GenaiError.isInstance(error)) throw new ConfigurationError(`MODELS_FILE ${path}: ${error.message}`);
    if (error instanceof SyntaxError) throw new ConfigurationError(`MODELS_FILE ${path}: not well-formed JSON`);
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== undefined) throw new ConfigurationError(`MODELS_FILE ${path}: cannot be read (${code})`);
    throw error;
  }
}
