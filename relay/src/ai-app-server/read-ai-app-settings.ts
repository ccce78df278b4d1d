import { aiAppDefaults, type AiAppSettings } from "./ai-app-settings";
import { checkAppKeysFile } from "./app-keys";

/** What is needed of the reader of environment variables (config/read-environment.ts). */
export interface SettingReader {
  text(name: string): string | undefined;
  wholeNumber(name: string, minimum: number, maximum: number): number | undefined;
}

const hourMs = 3_600_000;

/**
 * The settings of the AI apps; undefined, and no AI app, without AI_APP_KEYS_FILE.
 * @throws ConfigurationError one line that names the variable
 */
export function readAiAppSettings(read: SettingReader): AiAppSettings | undefined {
  const keysFile = read.text("AI_APP_KEYS_FILE");
  const syncLimitMs = read.wholeNumber("AI_APP_SYNC_LIMIT_MS", 0, 290_000);
  const hours = read.wholeNumber("AI_APP_RETENTION_HOURS", 1, 364 * 24);
  const maximumJobs = read.wholeNumber("AI_APP_MAXIMUM_JOBS", 1, 1_000_000);
  if (keysFile === undefined) return undefined;
  checkAppKeysFile(keysFile);
  return {
    ...aiAppDefaults,
    keysFile,
    ...(syncLimitMs === undefined ? {} : { syncLimitMs }),
    ...(hours === undefined ? {} : { retentionMs: hours * hourMs }),
    ...(maximumJobs === undefined ? {} : { maximumJobs }),
  };
}
