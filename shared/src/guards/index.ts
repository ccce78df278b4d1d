/** Guards: pure functions that look at texts and return findings; nothing here throws on odd text. */
export * from "./confidentiality";
export * from "./evidence";
export * from "./figures";
export * from "./length/check-length";
export * from "./masking";
export * from "./terms";
export * from "./injection/text-index";
