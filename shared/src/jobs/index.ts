/** Tasks that outlive a request: written by the bot, shown by the tab through the relay. Node only. */
export * from "./conversation-memory";
export * from "./job";
export * from "./jobs-of-person";
export * from "./minutes-record";
