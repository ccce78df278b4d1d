/** Mails as files (RFC 5322, MIME). A package export of its own: panes get their mails from Outlook. */
export { decodeLegacyBytes } from "./legacy-bytes";
export * from "./read-mail";
export * from "./text-alternative";
export * from "./thread";
