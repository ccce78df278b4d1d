/** Mail threads: a package export of its own, so that a pane gets it without the reader of mail files. */
export * from "./mail-thread";
export { readPlainThread } from "./read-plain-thread";
export { readThread } from "./read-thread";
