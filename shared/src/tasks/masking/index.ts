export * from "./mapped-step";
export * from "./masked-runner";
export * from "./masked-step";
