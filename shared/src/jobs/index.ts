/** Tasks that outlive a request: written by the bot, shown by the tab through the relay. Node only. */
export * from "./job";
export * from "./minutes-record";
