export * from "./document-port";
export { createWordDocument } from "./word-document";
