/**
 * PostgreSQL, embedded or a server, with one schema for all who keep state: relay and bot. Node only; panes never see it
 * (docs/decisions/0020-one-database-of-relay-and-bot.md).
 */
export * from "./configuration-error";
export * from "./database";
export * from "./database-settings";
export { dataFolder, openEmbedded, type EmbeddedDatabase, type OpeningOptions } from "./embedded/embedded-database";
export { FolderInUseError, lockFolder, type FolderLock } from "./embedded/folder-lock";
export * from "./fault-of";
export * from "./migrate";
export * from "./open-database";
export { openPostgresql } from "./postgresql/postgresql-database";
export * from "./read-database-settings";
