export * from "./names";
export * from "./supports";
