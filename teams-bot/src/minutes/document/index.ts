/** The minutes as a Word file. */
export * from "./document-request";
export * from "./minutes-document";
