/** Reading of HTML, with hidden text apart: a chunk of its own, which a pane loads when it reads a mail. */
export * from "./html/html-reading";
export { readHtml } from "./html/read-html";
export * from "./mail-body";
