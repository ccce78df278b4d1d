/** Reading of HTML, with hidden text apart: a chunk of its own, which a pane loads when it reads a mail. */
export * from "./html/html-reading";
export { parseInTurns } from "./html/parse-tree";
export { TooComplex } from "./html/too-complex";
export { readHtml } from "./html/read-html";
export * from "./mail-body";
export * from "./mail-names";
