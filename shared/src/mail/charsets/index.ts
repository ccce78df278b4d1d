/** Mails whose text is in another charset than they say. */
export { mailParts } from "./mail-parts";
export { mendedText } from "./mend-body";
export { mendHead } from "./mend-head";
