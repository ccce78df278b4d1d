/** Texts of the interface in Japanese (the source of keys) and English. */
export * from "./error-text";
export * from "./finding-text";
export * from "./locale";
export * from "./translator";
