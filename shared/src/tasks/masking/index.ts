export * from "./masked-runner";
export * from "./masked-step";
