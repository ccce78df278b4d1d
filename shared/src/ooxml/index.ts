export * from "./decode-entities";
export * from "./paragraph-texts";
export * from "./tokenize";
