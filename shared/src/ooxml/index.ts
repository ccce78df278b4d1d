export * from "./attributes";
export * from "./decode-entities";
export * from "./forbidden-characters";
export * from "./paragraph-texts";
export * from "./tokenize";
