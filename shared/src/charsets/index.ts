/** Bytes of files and mails as text: what charset they are in, whatever their label says. */
export * from "./decode-bytes";
export * from "./decode-text";
export * from "./tell-charset";
