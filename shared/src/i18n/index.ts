/** Texts of the interface in Japanese (the source of keys) and English. */
export * from "./error-text";
export type { MessageValues } from "./fill-text";
export * from "./finding-text";
export * from "./locale";
export * from "./text-table";
export * from "./translator";
export * from "./without-document";
