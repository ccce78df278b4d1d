/** A first Outlook: one selected message, read in a pinned pane by the unmodified office.js. */
export * from "./attach-outlook-pane";
export * from "./initial-data";
export * from "./mail-item";
export * from "./mailbox-host";
export * from "./outlook-session";
