/** Mails out of .eml files. A package export of its own: who has parsed mails needs no parser. */
export * from "./mail-from-eml";
