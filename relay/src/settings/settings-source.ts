import { createHash, type Hash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import type { Logger } from "../logging/logger";
import { defaultSettings } from "./default-settings";
import type { MinistrySettings } from "./ministry-settings";
import { readSettings, type FileReader, type ReadSettings } from "./read-settings";
import { SettingsFault } from "./settings-fault";

/** Why the file as it is now is not in force. */
export interface SettingsProblem {
  place: string;
  fault: string;
  /** When it was first seen: milliseconds since 1970. */
  since: number;
}

/** The settings of the ministry as they are now. */
export interface SettingsSource {
  /**
   * Reads the file for the first time. At the start there are no settings before it that could stay in force.
   * @throws SettingsFault
   */
  load(): Promise<void>;
  current(): MinistrySettings;
  /** When the current ones came into force: milliseconds since 1970. */
  since(): number;
  /** Set while the file on disk cannot be used, and the settings before it stay in force. */
  problem(): SettingsProblem | undefined;
  /** Looks at the files now; two looks at the same content bring it into force. */
  look(): Promise<void>;
  /** Looks every `pollMs` from now on. */
  start(): void;
  stop(): void;
}

export interface SettingsSourceOptions {
  /** Settings file; without one the defaults hold for ever. */
  file?: string;
  /** What the relay lists; a file that names another model is not used. */
  catalogue: ModelCatalogue;
  logger: Logger;
  /** Time between two looks. Milliseconds; a second when left out. */
  pollMs?: number;
  /** Told after new settings came into force. */
  onChange?(settings: MinistrySettings): void;
}

/** A file whose time and size stay the same is read all the same once in so many looks: network drives are not exact. */
const looksBetweenReads = 10;

/**
 * Keeps the settings up to date without a restart. Changes of files are looked for, not listened for: notifications are
 * lost on network drives, in containers, and when an editor replaces the file. A content comes into force when two looks
 * in a row found it, because a glossary that is half written looks like a whole one. One that cannot be used changes nothing
 * but `problem`.
 */
export function createSettingsSource(options: SettingsSourceOptions): SettingsSource {
  const { file, catalogue, logger, pollMs = 1000 } = options;
  let current = defaultSettings;
  let since = Date.now();
  let files: string[] = file === undefined ? [] : [file];
  let problem: SettingsProblem | undefined;
  let stamps = "";
  let candidate = "";
  let inForce = "";
  let looks = 0;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    if (file === undefined) return;
    const seen = await stampsOf(files);
    if (seen === stamps && candidate === inForce && ++looks % looksBetweenReads !== 0) return;
    stamps = seen;
    // What did not change is hashed only, not parsed: a glossary may have a hundred thousand lines.
    const unchanged = candidate === inForce && inForce !== "" && (await contentKey(files)) === inForce;
    const outcome: Outcome = unchanged ? { key: inForce } : await readOnce(file, catalogue);
    const repeated = outcome.key === candidate;
    candidate = outcome.key;
    if (outcome.key === inForce) {
      // Also a broken file that was put back as it had been.
      if (problem !== undefined) logger.info({ version: current.version }, "settings file can be used again");
      problem = undefined;
      return;
    }
    if (!repeated) return;
    if (outcome.fault !== undefined) note(outcome.fault);
    else if (outcome.read !== undefined) await use(outcome.read, outcome.key);
  }

  async function use(read: ReadSettings, key: string): Promise<void> {
    ({ files, settings: current } = read);
    stamps = await stampsOf(files);
    since = Date.now();
    inForce = candidate = key;
    problem = undefined;
    logger.info({ version: current.version }, "settings in force");
    options.onChange?.(current);
  }

  function note({ place, fault }: SettingsFault): void {
    if (problem?.place === place && problem.fault === fault) return;
    problem = { place, fault, since: Date.now() };
    logger.error({ setting: "SETTINGS_FILE", place, fault, version: current.version }, "settings file is not used");
  }

  /** One look at a time: a slow drive must not be asked again before it has answered. */
  function lookOnce(): Promise<void> {
    looking ??= look().finally(() => (looking = undefined));
    return looking;
  }

  return {
    async load() {
      if (file === undefined) return;
      const outcome = await readOnce(file, catalogue);
      if (outcome.fault !== undefined) throw outcome.fault;
      if (outcome.read !== undefined) await use(outcome.read, outcome.key);
    },
    current: () => current,
    since: () => since,
    problem: () => problem,
    look: lookOnce,
    start() {
      if (file === undefined || timer !== undefined) return;
      timer = setInterval(() => {
        lookOnce().catch((error: unknown) => {
          logger.error({ setting: "SETTINGS_FILE", cause: errorName(error) }, "settings file could not be looked at");
        });
      }, pollMs);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** A content and what came of reading it; neither for one that is known to be in force. */
interface Outcome {
  key: string;
  read?: ReadSettings;
  fault?: SettingsFault;
}

async function readOnce(file: string, catalogue: ModelCatalogue): Promise<Outcome> {
  const hash = createHash("sha256");
  const hashing: FileReader = async (path) => {
    const bytes = await readFile(path);
    addContent(hash, bytes);
    return bytes;
  };
  try {
    const read = await readSettings(file, catalogue, hashing);
    return { key: hash.digest("hex"), read };
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    return { key: hash.update(error.message).digest("hex"), fault: error };
  }
}

/** Hash of the contents in their order; "" when one cannot be read. */
async function contentKey(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  try {
    for (const path of paths) addContent(hash, await readFile(path));
  } catch (error) {
    // Why it cannot be read is found when the settings are read.
    if ((error as NodeJS.ErrnoException).code !== undefined) return "";
    throw error;
  }
  return hash.digest("hex");
}

function addContent(hash: Hash, bytes: Uint8Array): void {
  hash.update(`\n${bytes.length}\n`).update(bytes);
}

/** Time, size and identity of files in one text: another text means that something may have changed. */
async function stampsOf(paths: readonly string[]): Promise<string> {
  const stamps = paths.map(async (path) => {
    try {
      const { mtimeMs, size, ino } = await stat(path);
      return `${mtimeMs}:${size}:${ino}`;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? "?";
    }
  });
  return (await Promise.all(stamps)).join("|");
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}
