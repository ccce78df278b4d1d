import { createHash, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { ConfigurationError } from "@genai-office/shared/database";
import { parseJson } from "../config/parse-json";
import { isQuotableName } from "../config/quotable-name";
import { aiApps } from "./apps";

/** Keys by the name of the app. While a key is being changed an app has two. */
export type AppKeys = ReadonlyMap<string, readonly string[]>;

/** Long enough that nobody tries them all, and nothing a header could not carry. */
const usableKey = /^[\x21-\x7e]{32,256}$/;

/**
 * Checks the file of keys at start.
 * @throws ConfigurationError one line that names the file and the app, never a key
 */
export function checkAppKeysFile(path: string): void {
  try {
    parseAppKeys(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof UnusableKeys) throw new ConfigurationError(`AI_APP_KEYS_FILE ${path}: ${error.message}`);
    throw new ConfigurationError(
      `AI_APP_KEYS_FILE: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "?"})`,
    );
  }
}

/**
 * The keys as the file says now, so that a key can be changed without a restart.
 * @throws GenaiError "unavailable" when the file cannot be used any more: without keys nobody is let in
 */
export async function readAppKeys(path: string): Promise<AppKeys> {
  try {
    return parseAppKeys(await readFile(path, "utf8"));
  } catch (cause) {
    throw new GenaiError("unavailable", "the file of the AI apps' keys cannot be used", { cause });
  }
}

/** The key of the app that was presented, or undefined. Takes the same time for every key that is not the right one. */
export function findKey(keys: AppKeys, app: string, presented: string | undefined): string | undefined {
  const wanted = digest(presented ?? "");
  let found: string | undefined;
  for (const key of keys.get(app) ?? []) if (timingSafeEqual(digest(key), wanted)) found = key;
  return presented === undefined ? undefined : found;
}

class UnusableKeys extends Error {}

/** Reads `{ "summarize": "KEY", "translate": ["KEY", "NEW KEY"] }`; one key opens one app. */
function parseAppKeys(text: string): AppKeys {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch {
    // The message of a JSON parser quotes what it read.
    throw new UnusableKeys("not well-formed JSON");
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new UnusableKeys("not an object");
  const keys = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  for (const [app, value] of Object.entries(json)) {
    if (!aiApps.has(app)) {
      // Key and app may have been swapped.
      throw new UnusableKeys(isQuotableName(app) ? `there is no app "${app}"` : "an entry names an app there is not");
    }
    const own: unknown[] = Array.isArray(value) ? value : [value];
    for (const key of own) {
      if (typeof key !== "string" || !usableKey.test(key))
        throw new UnusableKeys(`a key of ${app} is not 32 to 256 printable ASCII characters without spaces`);
      if (seen.has(key)) throw new UnusableKeys(`${app} has a key that is there twice: each app needs its own`);
      seen.add(key);
    }
    keys.set(app, own as string[]);
  }
  return keys;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
