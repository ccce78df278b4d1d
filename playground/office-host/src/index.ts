export * from "./rich-api";
export * from "./profiles";
export * from "./protocol";
