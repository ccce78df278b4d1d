import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, resolve } from "node:path";
import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import type { Glossary } from "@genai-office/shared/vocabulary";
import * as v from "valibot";
import { decodeText } from "../ai-app-server/inputs/decode-text";
import { parseJson } from "../config/parse-json";
import { firstIssueOnly } from "../routes/limited-schemas";
import { checkSettings } from "./check-settings";
import type { GlossaryRowProblem, MinistrySettings } from "./ministry-settings";
import { readGlossary } from "./read-glossary";
import { faultOf, SettingsFault } from "./settings-fault";
import { settingsSchema, type SettingsFile } from "./settings-schema";
import { silentFault } from "./silent-faults";

/** Settings and what they were read from. */
export interface ReadSettings {
  settings: MinistrySettings;
  /** Absolute paths: the settings file first, then the glossaries. */
  files: string[];
}

/** Reads a file; tests count and break reads with it. */
export type FileReader = (path: string) => Promise<Uint8Array>;

/** Largest settings file and largest glossary. Bytes. */
const maximumSettingsBytes = 4 * 1024 * 1024;
const maximumGlossaryBytes = 32 * 1024 * 1024;

/** Problems that are told of one glossary. */
const mostProblems = 100;

/**
 * Reads the settings file and the glossaries it names; their paths are relative to its folder. The format is in
 * docs/settings.md.
 * @param catalogue the models the relay lists, so that a misspelt model is found
 * @throws SettingsFault place and fault, never a value
 */
export async function readSettings(
  path: string,
  catalogue: ModelCatalogue,
  read: FileReader = readFile,
): Promise<ReadSettings> {
  const bytes = await readNamed(path, "the whole", maximumSettingsBytes, read);
  const file = parseSettings(bytes);
  const hash = createHash("sha256").update(bytes);
  const files = [resolve(path)];
  const glossaries: Glossary[] = [];
  const problems: GlossaryRowProblem[] = [];
  for (const [index, { id, file: name, version }] of file.glossaries.entries()) {
    const place = `glossaries.${index + 1}.file`;
    const absolute = resolve(dirname(resolve(path)), name);
    const content = await readNamed(absolute, place, maximumGlossaryBytes, read);
    hash.update(`\n${content.length}\n`).update(content);
    files.push(absolute);
    const text = decodeText(content);
    if (text === undefined) throw new SettingsFault(place, "the file is not text in UTF-8 or Shift_JIS");
    const edition = version ?? createHash("sha256").update(content).digest("hex").slice(0, 12);
    const kind = extname(basename(absolute)).toLowerCase();
    const reading = readGlossary(text, kind, { id, version: edition }, place);
    glossaries.push(reading.glossary);
    for (const problem of reading.problems.slice(0, mostProblems)) problems.push({ glossary: id, ...problem });
  }
  const { displayName, models, sections, roles, limits, templates, prompts } = file;
  const { notices, masking, retention, sessions } = file;
  const version = hash.digest("hex").slice(0, 12);
  const settings: MinistrySettings = {
    version,
    ...(displayName === undefined ? {} : { displayName }),
    models,
    sections,
    roles,
    limits,
    glossaries,
    glossaryProblems: problems,
    templates,
    prompts,
    notices,
    masking,
    retention,
    sessions,
  };
  checkSettings(settings, catalogue);
  return { settings, files };
}

/**
 * The content of a settings file, checked by itself: what it refers to (models, sections, glossaries) is not looked at.
 * @throws SettingsFault
 */
export function parseSettings(bytes: Uint8Array): SettingsFile {
  let json: unknown;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    json = parseJson(text);
  } catch (error) {
    // The message of a JSON parser quotes what it read.
    const fault = error instanceof SyntaxError ? "not well-formed JSON" : "not text in UTF-8";
    throw new SettingsFault("the whole", fault);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new SettingsFault("the whole", "must be an object");
  const silent = silentFault(text);
  if (silent !== undefined) throw silent;
  const parsed = v.safeParse(settingsSchema, json, firstIssueOnly);
  if (!parsed.success) throw faultOf(parsed.issues[0]);
  return parsed.output;
}

async function readNamed(path: string, place: string, maximum: number, read: FileReader): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await read(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "?";
    throw new SettingsFault(place, `the file cannot be read (${code})`);
  }
  if (bytes.length > maximum) throw new SettingsFault(place, `the file is larger than ${maximum} bytes`);
  return bytes;
}
