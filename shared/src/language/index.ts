/** Text as people write it: sentences, counting, width, words of meaning. Japanese first, English beside it. */
export * from "./characters";
export * from "./content-words";
export * from "./cut-text";
export * from "./edit-distance";
export * from "./label-name";
export * from "./register";
export * from "./scripts";
export * from "./sentences";
export * from "./tokens";
export * from "./translation-tokens";
export * from "./width";
export * from "./sha256-hex";
