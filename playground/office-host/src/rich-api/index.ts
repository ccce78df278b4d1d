export * from "./emulated-type";
export * from "./wire";
export * from "./interpreter";
