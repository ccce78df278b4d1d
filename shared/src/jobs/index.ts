/** Tasks that outlive a request: written by the bot, shown by the tab through the relay. Node only. */
export * from "./conversation-memory";
export * from "./jobs-of-person";
export type { MinutesRecord } from "../tasks";
export type { Job, JobKind, JobState } from "../vocabulary";
