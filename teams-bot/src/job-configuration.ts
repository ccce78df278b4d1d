import { readFileSync } from "node:fs";
import {
  ConfigurationError,
  readDatabaseSettings,
  type DatabaseEnvironment,
  type DatabaseSettings,
} from "@genai-office/shared/database";
import type { WorkerTimers } from "./jobs/job-worker";
import type { ProgressPace } from "./jobs/progress-line";
import type { JobLane } from "./store/job-lane";
import { defaultRetention, type Retention } from "./store/retention";

/** How jobs are run and kept (docs/jobs.md). */
export interface JobConfiguration {
  /** Jobs of each lane that this node works on at once. */
  concurrency: Record<JobLane, number>;
  /** Jobs of one kind that one person may have waiting and running. */
  mostOfPerson: number;
  retention: Retention;
  /** Address of a job in the tab, with `{job}` in the place of its id; undefined where there is no tab. */
  tabUrl: string | undefined;
  /** Other times than the usual ones; in tests. */
  timers?: WorkerTimers;
  pace?: ProgressPace;
}

/** Folder of the embedded database, beside the relay's: two processes cannot share one. */
const defaultDirectory = ".local/bot-data";

const hour = 3_600_000;
const day = 24 * hour;

type Environment = Record<string, string | undefined>;

/**
 * Reads DATABASE_URL and what belongs to it, as the relay does; BOT_JOBS_AT_ONCE, BOT_CHAT_JOBS_AT_ONCE, BOT_JOBS_PER_PERSON,
 * BOT_KEEP_MATERIAL_HOURS, BOT_KEEP_JOBS_DAYS, BOT_KEEP_MEMORY_DAYS, BOT_KEEP_INBOX_HOURS, BOT_TEAMS_APP_ID.
 * @throws ConfigurationError
 */
export function readJobConfiguration(environment: Environment): { database: DatabaseSettings; jobs: JobConfiguration } {
  const read = readerOf(environment);
  const number = (name: string, least: number, most: number, otherwise: number): number =>
    read.wholeNumber(name, least, most) ?? otherwise;
  const appId = read.text("BOT_TEAMS_APP_ID");
  if (appId !== undefined && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId))
    throw new ConfigurationError("BOT_TEAMS_APP_ID must be the id of the Teams package, a UUID.");
  return {
    database: readDatabaseSettings(read, defaultDirectory),
    jobs: {
      concurrency: {
        long: number("BOT_JOBS_AT_ONCE", 1, 64, 4),
        chat: number("BOT_CHAT_JOBS_AT_ONCE", 1, 64, 4),
      },
      mostOfPerson: number("BOT_JOBS_PER_PERSON", 1, 100, 5),
      retention: {
        materialMs: number("BOT_KEEP_MATERIAL_HOURS", 0, 24 * 90, defaultRetention.materialMs / hour) * hour,
        recordMs: number("BOT_KEEP_JOBS_DAYS", 1, 365, defaultRetention.recordMs / day) * day,
        memoryMs: number("BOT_KEEP_MEMORY_DAYS", 1, 90, defaultRetention.memoryMs / day) * day,
        inboxMs: number("BOT_KEEP_INBOX_HOURS", 1, 24 * 30, defaultRetention.inboxMs / hour) * hour,
      },
      tabUrl: appId === undefined ? undefined : tabUrlOf(appId),
    },
  };
}

/** Entity of the tab in the manifest, and what it is opened with (Teams documentation, deep links to a tab). */
function tabUrlOf(appId: string): string {
  const context = encodeURIComponent('{"subEntityId":"{job}"}').replace("%7Bjob%7D", "{job}");
  return `https://teams.microsoft.com/l/entity/${appId.toLowerCase()}/minutes?context=${context}`;
}

function readerOf(environment: Environment): DatabaseEnvironment {
  const text = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === "" ? undefined : value;
  };
  return {
    text,
    wholeNumber(name, minimum, maximum) {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = /^[0-9]{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (!(number >= minimum && number <= maximum))
        throw new ConfigurationError(`${name} must be a whole number from ${minimum} to ${maximum}.`);
      return number;
    },
    fileContent(name) {
      const file = text(name);
      if (file === undefined) return undefined;
      try {
        return readFileSync(file, "utf8");
      } catch (error) {
        throw new ConfigurationError(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"}).`);
      }
    },
  };
}
