export * from "./attributes";
export * from "./custom-properties";
export * from "./decode-entities";
export * from "./forbidden-characters";
export * from "./paragraph-texts";
export * from "./tokenize";
